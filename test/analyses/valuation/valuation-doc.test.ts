import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findAnalysis } from "../../../src/analyses";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { ran, tableOf, type Ran } from "./month-tables";

/** Blocks of docs/valuation.md marked month-end: tables, a job with options, and what it writes. */
const text = readFileSync(join(__dirname, "../../../docs/valuation.md"), "utf8");
const blocks = [...text.matchAll(/```month-end\n([\s\S]*?)```/g)].map(([, block]) =>
  block.trim().split("\n"),
);

const cell = (written: string): CellValue =>
  written !== "" && Number.isFinite(Number(written)) ? Number(written) : written;
const split = (line: string): string[] => line.split(",").map((part) => part.trim());
const header = /^([A-Z]\w+): (.*)$/;

/** Cells of a line as wide as its columns; a comma in the first cell belongs to it. */
function cellsOf(line: string, width: number): string[] {
  const parts = split(line);
  const surplus = Math.max(0, parts.length - width);
  return [parts.slice(0, surplus + 1).join(", "), ...parts.slice(surplus + 1)];
}

function execute(lines: readonly string[]): number {
  const tables = new Map<string, TableContent>();
  let run: Ran | undefined;
  let checked = 0;
  for (let i = 0; i < lines.length; i++) {
    const job = /^run (\S+) ?(.*)$/.exec(lines[i]);
    if (job !== null) {
      const analysis = findAnalysis(job[1]);
      if (analysis === undefined) throw new Error(`no job ${job[1]}`);
      const given = [...job[2].matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [
        name,
        analysis.options[name].read(value, name),
      ]);
      run = ran(analysis, [...tables.values()], Object.fromEntries(given));
      continue;
    }
    const found = header.exec(lines[i]);
    if (found === null) throw new Error(`neither table nor job: ${lines[i]}`);
    const [names, filter] = found[2].split(" where ");
    const columns = split(names);
    const body: string[][] = [];
    while (i + 1 < lines.length && !header.test(lines[i + 1]) && !lines[i + 1].startsWith("run "))
      body.push(cellsOf(lines[++i], columns.length));
    const rows = body.map((cells) => Object.fromEntries(columns.map((name, c) => [name, cell(cells[c])])));
    if (run === undefined) tables.set(found[1], tableOf(found[1], rows));
    else {
      const [name, value] = filter?.split("=") ?? [];
      const written = run.rows(found[1]).filter((row) => name === undefined || String(row[name]) === value);
      expect(
        written.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ""]))),
      ).toEqual(rows);
      checked += rows.length;
    }
  }
  return checked;
}

test("there are blocks to execute", () => expect(blocks.length).toBeGreaterThanOrEqual(10));

test.each(blocks.map((lines, i) => [i + 1, lines] as const))("block %i of docs/valuation.md", (_, lines) => {
  expect(execute(lines)).toBeGreaterThan(0);
});
