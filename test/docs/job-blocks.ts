import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findAnalysis } from "../../src/analyses";
import { isoTextOfSerial } from "../../src/engine/calendar";
import type { CellValue, TableContent } from "../../src/workbook/workbook";
import { ran, tableOf, type Ran } from "../analyses/valuation/month-tables";

export const docText = (name: string): string => readFileSync(join(__dirname, "../../docs", name), "utf8");

/** Lines of the blocks of a document that are marked with a word, such as ```month-end. */
export function blocksOf(text: string, mark: string): string[][] {
  const fence = new RegExp(`\`\`\`${mark}\\n([\\s\\S]*?)\`\`\``, "g");
  return [...text.matchAll(fence)].map(([, block]) => block.trim().split("\n"));
}

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

/** What a cell shows, written as in the document: a day as such, a number with as many decimals. */
function asShown(value: CellValue, expected: string): string {
  if (typeof value !== "number") return String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(expected)) return isoTextOfSerial(value);
  const decimals = /^-?\d+\.(\d+)$/.exec(expected)?.[1].length;
  return decimals === undefined ? String(value) : value.toFixed(decimals);
}

/** Tables, a job with its options, and rows of what it writes, in this order; answers how many rows were compared. */
export function executeBlock(lines: readonly string[]): number {
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
    if (run === undefined) {
      const rows = body.map((cells) => Object.fromEntries(columns.map((name, c) => [name, cell(cells[c])])));
      tables.set(found[1], tableOf(found[1], rows));
      continue;
    }
    const wanted = (filter?.split(" and ") ?? []).map((part) => part.split("="));
    const written = run
      .rows(found[1])
      .filter((row) => wanted.every(([name, value]) => asShown(row[name] ?? "", value) === value));
    const shown = written.map((row, r) =>
      columns.map((name, c) => asShown(row[name] ?? "", body[r]?.[c] ?? "")),
    );
    expect(shown).toEqual(body);
    checked += body.length;
  }
  return checked;
}
