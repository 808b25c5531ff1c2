import { kpiFunctions } from "../../src/functions/kpi";
import { valuationFunctions } from "../../src/functions/valuation";
import { checkExample, exampleLines, examplesOf } from "../docs/cell-examples";
import { docText } from "../docs/job-blocks";

const doc = docText("valuation.md");

test.each(examplesOf(doc))("%s gives %s", (formula, shown) => checkExample(formula, shown));

test("every function of both families is shown", () => {
  const shown = new Set(
    exampleLines(doc).flatMap((line) => [...line.matchAll(/[A-Z][A-Z.]*(?=\()/g)].map(([name]) => name)),
  );
  expect(
    [...valuationFunctions, ...kpiFunctions].map(({ name }) => name).filter((name) => !shown.has(name)),
  ).toEqual([]);
});
