/**
 * Guaranteed service: trees against the dynamic program as published, and against stockpyl where Python has it; random layered networks;
 * and the real supply chains of Willems (2008): what is proven, the gap and the processor time of each. The data are open to all who cite
 * the paper (M&SOM 10(1):19-23) and are not part of this project.
 * Run: npx tsx test/bench/gsm.ts willems2008.json [--limit=10] [--chains=21,34] [--pooling=PATHS]
 */
import { buildNetwork, optimiseService, poolings, provenGap } from "../../src/engine/network";
import { layeredCases, layeredNetwork } from "./gsm/layered";
import { benchTrees } from "./gsm/trees";
import { readChains } from "./gsm/willems";

const option = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const file = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const limit = 1000 * Number(option("limit") ?? 10);
const pooling = poolings.find((one) => one === option("pooling")) ?? "ARCS";
const wanted = option("chains")?.split(",").map(Number);

benchTrees();

console.log("random layered networks");
for (const layered of layeredCases) {
  const { sites, lanes } = layeredNetwork(layered);
  const { plan, time } = seconds((stop) =>
    optimiseService(buildNetwork(sites, lanes), { z: 1.645, pooling }, { stop }),
  );
  console.log(
    `${layered.seed}: ${sites.length} nodes, ${lanes.length} lanes, ${plan.cost.toFixed(2)}, gap ${plan.gap.toExponential(1)}, ${plan.method}, ${time.toFixed(2)} s`,
  );
}

if (file === undefined) console.log("No file of chains was given.");
else {
  console.log("chain  nodes  lanes             cost       gap  method     s of processor");
  let proven = 0;
  let count = 0;
  let total = 0;
  for (const { chain, sites, lanes } of readChains(file)) {
    if (wanted !== undefined && !wanted.includes(chain)) continue;
    const { plan, time } = seconds((stop) =>
      optimiseService(buildNetwork(sites, lanes), { z: 1.645, pooling }, { stop }),
    );
    count++;
    total += time;
    if (plan.gap <= provenGap) proven++;
    console.log(
      [
        String(chain).padStart(5),
        String(sites.length).padStart(6),
        String(lanes.length).padStart(6),
        plan.cost.toFixed(2).padStart(16),
        plan.gap.toExponential(1).padStart(9),
        ` ${plan.method.padEnd(9)}`,
        time.toFixed(2).padStart(6),
      ].join(" "),
    );
  }
  console.log(`proven ${proven} of ${count}, ${total.toFixed(1)} s in all`);
}

/** Processor time, so that a busy machine does not change what is measured. */
function seconds<T>(work: (stop: () => boolean) => T): { plan: T; time: number } {
  const start = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const plan = work(() => 1000 * spent() > limit);
  return { plan, time: spent() };
}
