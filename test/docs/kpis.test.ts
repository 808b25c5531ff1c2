import { kpiList } from "../../src/analyses/kpis/kpi-list";
import { kpiFunctions } from "../../src/functions/kpi";
import { checkExample, exampleLines, examplesOf } from "./cell-examples";
import { blocksOf, docText, executeBlock } from "./job-blocks";

const doc = docText("kpis.md");
const blocks = blocksOf(doc, "tables");

test.each(examplesOf(doc))("%s gives %s", (formula, shown) => checkExample(formula, shown));

test.each(blocks.map((lines, i) => [i + 1, lines] as const))("block %i of docs/kpis.md", (_, lines) => {
  expect(executeBlock(lines)).toBeGreaterThan(0);
});

test.each(kpiList.map((kpi) => [kpi.name, kpi] as const))(
  "%s stands under its own heading, in the words of its card",
  (name, { definition, better, counterMetric }) => {
    const [, section = ""] = doc.split(`\n## ${name}\n`);
    const [own] = section.split("\n## ");
    expect(own.replace(/\s+/g, " ").trim()).toMatch(
      new RegExp(`^${escaped(definition)} Better is ${better}\\.`),
    );
    expect(own.replace(/\s+/g, " ")).toContain(`Kept honest by: ${counterMetric}`);
  },
);

test("every KPI is computed in a block, and every function of the family shown", () => {
  const computed = new Set(
    blocks.flat().flatMap((line) => /^KPI: .* where KPI=([^=]+) and/.exec(line)?.[1] ?? []),
  );
  expect(kpiList.map(({ name }) => name).filter((name) => !computed.has(name))).toEqual([]);
  const shown = exampleLines(doc).join("\n");
  expect(kpiFunctions.map(({ name }) => name).filter((name) => !shown.includes(`=${name}(`))).toEqual([]);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
