import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildNetwork,
  optimiseService,
  type Lane,
  type Network,
  type Site,
} from "../../../src/engine/network";
import { random } from "../../random";
import { publishedTree } from "./published-tree";

const z = 1.645;

/** A spanning tree whose lanes run either way; whoever has no customer in it has some outside, who do not wait. */
function randomTree(size: number): { sites: Site[]; lanes: Lane[]; network: Network } {
  const draw = random(size);
  const whole = (most: number) => Math.floor(draw.uniform() * (most + 1));
  const lanes = Array.from({ length: size - 1 }, (_, k) => {
    const [a, b] = [String(whole(k)), String(k + 1)];
    return draw.uniform() < 0.5 ? { from: a, to: b } : { from: b, to: a };
  });
  const supplying = new Set(lanes.map(({ from }) => from));
  const sites = Array.from({ length: size }, (_, i) => {
    const isLast = !supplying.has(String(i));
    return {
      id: String(i),
      processingTime: 1 + whole(9),
      holdingCost: 1 + draw.uniform(),
      demandSd: isLast ? 0.1 + draw.uniform() : 0,
      inboundTime: 0,
      ...(isLast ? { maxServiceTime: 0 } : {}),
    };
  });
  return { sites, lanes, network: buildNetwork(sites, lanes) };
}

/** Trees by folding, by the dynamic program as published, and by stockpyl where Python has it (small ones: it takes minutes for 500). */
export function benchTrees(): void {
  console.log(
    "trees      folded: first  best of five   as published     ratio   stockpyl     ratio   (processor time)",
  );
  for (const size of [2000, 500, 50]) {
    const { sites, lanes, network } = randomTree(size);
    const ours = best(() => optimiseService(network, { z, pooling: "ARCS" }).cost);
    const book = best(() => publishedTree(network, z));
    const python = size <= 50 ? stockpyl(sites, lanes) : undefined;
    for (const cost of [book.cost, python?.cost ?? ours.cost])
      if (Math.abs(cost - ours.cost) > 1e-9 * ours.cost)
        throw new Error(`${size} nodes: ${ours.cost} against ${cost}`);
    console.log(
      `${String(size).padStart(5)} nodes ${milliseconds(ours.first)} ${milliseconds(ours.time)} ${milliseconds(book.time)} ${ratio(book.time / ours.time)}${python === undefined ? "          -" : ` ${milliseconds(python.time)} ${ratio(python.time / ours.time)}`}`,
    );
  }
}

const milliseconds = (time: number) => `${time.toFixed(1).padStart(10)} ms`;
const ratio = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(9);

/** The first run has to be compiled as well. */
function best(work: () => number): { cost: number; time: number; first: number } {
  let time = Infinity;
  let first = NaN;
  let cost = NaN;
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage();
    cost = work();
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (run === 0) first = spent;
    time = Math.min(time, spent);
  }
  return { cost, time, first };
}

function stockpyl(
  sites: readonly Site[],
  lanes: readonly Lane[],
): { cost: number; time: number } | undefined {
  const script = readFileSync(join(__dirname, "stockpyl_tree.py"), "utf8");
  const input = JSON.stringify({
    z,
    nodes: sites.map(({ id, processingTime, holdingCost, demandSd, maxServiceTime = null }) => ({
      id: Number(id),
      time: processingTime,
      holding: holdingCost,
      sd: demandSd,
      most: maxServiceTime,
    })),
    lanes: lanes.map(({ from, to }) => [Number(from), Number(to)]),
  });
  const { status, stdout } = spawnSync("python3", ["-c", script], { input, encoding: "utf8" });
  if (status !== 0) return undefined;
  const { seconds, cost } = JSON.parse(stdout) as { seconds: number; cost: number };
  return { cost, time: 1000 * seconds };
}
