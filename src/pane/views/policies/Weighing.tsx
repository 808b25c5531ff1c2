import { Text } from "@fluentui/react-components";
import type { Judged, Verdict, Weighed } from "../../../analyses/backtest/verdict";
import { FigureTable } from "../../components/FigureTable";
import { formatCompact, formatPercent } from "../../format";

const verdictTexts: Readonly<Record<Verdict, string>> = {
  recommended: "Recommended: it costs no more and keeps the service.",
  "trade-off": "A trade-off: better on one side, worse on the other.",
  "no change": "No change in fill rate, stock or cost.",
  worse: "Better in nothing: not recommended.",
};
const words = (gain: number) => (gain > 0 ? "better" : gain < 0 ? "worse" : "same");

interface Props {
  readonly judged: Judged;
  /** What the proposals are compared with. */
  readonly against: string;
  /** Of stock: units of an item, money of many. */
  readonly stock: { readonly name: string; readonly format: (value: number) => string };
}

/** The verdict, and what was weighed for it. */
export function Weighing({ judged, against, stock }: Props) {
  const { target, gains } = judged;
  const row = (of: keyof Weighed, name: string, format: (value: number) => string) => ({
    key: of,
    cells: [name, format(judged.against[of]), format(judged.proposed[of]), words(gains[of])],
  });
  return (
    <>
      <Text weight="semibold">{verdictTexts[judged.verdict]}</Text>
      <FigureTable
        caption="What was weighed; cost is that of carrying, ordering and shortages"
        columns={["", against, "Proposed", "It is"]}
        words={[3]}
        rows={[
          row(
            "fillRate",
            target === null ? "Fill rate" : `Fill rate, target ${formatPercent(target)}`,
            formatPercent,
          ),
          row("stock", stock.name, stock.format),
          row("cost", "Cost", formatCompact),
        ]}
      />
    </>
  );
}
