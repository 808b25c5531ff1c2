import { checkExample, exampleLines, examplesOf } from "./cell-examples";
import { blocksOf, docText, executeBlock } from "./job-blocks";

const doc = docText("end-of-life.md");
const blocks = blocksOf(doc, "tables");

test.each(examplesOf(doc))("%s gives %s", (formula, shown) => checkExample(formula, shown));

test.each(blocks.map((lines, i) => [i + 1, lines] as const))(
  "block %i of docs/end-of-life.md",
  (_, lines) => {
    expect(executeBlock(lines)).toBeGreaterThan(0);
  },
);

test("each job and each function of the subject is shown", () => {
  const jobs = new Set(blocks.flat().flatMap((line) => /^run (\S+)/.exec(line)?.[1] ?? []));
  expect([...jobs].sort()).toEqual(["disposal", "early-warning", "end-of-life"]);
  const shown = exampleLines(doc).join("\n");
  for (const name of ["LASTTIMEBUY", "EOL.PLAN", "OBSRISK", "DISPOSE.BEST"])
    expect(shown).toContain(`=${name}(`);
});
