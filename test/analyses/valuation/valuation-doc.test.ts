import { blocksOf, docText, executeBlock } from "../../docs/job-blocks";

const blocks = blocksOf(docText("valuation.md"), "month-end");

test("there are blocks to execute", () => expect(blocks.length).toBeGreaterThanOrEqual(10));

test.each(blocks.map((lines, i) => [i + 1, lines] as const))("block %i of docs/valuation.md", (_, lines) => {
  expect(executeBlock(lines)).toBeGreaterThan(0);
});
