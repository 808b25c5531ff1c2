import type { CellValue, RangeContent } from "../workbook";
import { entryFor, formatFor, portions, portionsOf, restoredEntry, type Portion } from "./cells";
import type { Exchange } from "./exchange";
import { isTooLarge } from "./failure";

/** Large ranges between Excel and the program, in portions. */
export type Rows = CellValue[][];
type Area = (portion: Portion) => Excel.Range;
type Grid = "values" | "formulas" | "numberFormat";

/** Excel's sheet: whole rows and columns reach so far. */
const sheet = { rows: 1_048_576, columns: 16_384 } as const;

/** Some rows of a range. */
export function rowsOf(range: Excel.Range): Area {
  return ({ start, count }) => range.getRow(start).getResizedRange(count - 1, 0);
}

/** Reads what is named of every cell; a portion whose answer would be too large is halved. */
export async function readGrids<G extends Grid>(
  exchange: Exchange,
  area: Area,
  size: { readonly rows: number; readonly columns: number },
  ...grids: readonly G[]
): Promise<Record<G, Rows>> {
  const read = Object.fromEntries(grids.map((grid): [string, Rows] => [grid, []])) as Record<G, Rows>;
  const waiting = portions(size.rows, size.columns * grids.length);
  for (let portion = waiting.shift(); portion !== undefined; portion = waiting.shift()) {
    const { start, count } = portion;
    const part = await exchange
      .send(() => area({ start, count }).load(grids.join(",")))
      .catch((thrown: unknown) => {
        if (!isTooLarge(thrown) || count === 1) throw thrown;
        const half = Math.floor(count / 2);
        waiting.unshift({ start, count: half }, { start: start + half, count: count - half });
      });
    if (part === undefined) continue;
    for (const grid of grids) for (const cells of part[grid] as Rows) read[grid].push(cells);
  }
  return read;
}

export interface SizedRange {
  readonly range: Excel.Range;
  readonly rows: number;
  readonly columns: number;
}

/** What travels in one message beside each other: so many areas, so many cells. */
const together = { areas: 500, cells: 20_000 } as const;

/** Reads many ranges, small ones together. */
export async function readMany<G extends Grid>(
  exchange: Exchange,
  ranges: readonly SizedRange[],
  ...grids: readonly G[]
): Promise<Record<G, Rows>[]> {
  const read: Record<G, Rows>[] = [];
  const alone = ({ range, rows, columns }: SizedRange) =>
    readGrids(exchange, rowsOf(range), { rows, columns }, ...grids);
  for (let from = 0; from < ranges.length;) {
    let to = from;
    for (let cells = 0; to < ranges.length && to - from < together.areas; to++) {
      cells += ranges[to].rows * ranges[to].columns * grids.length;
      if (cells > together.cells && to > from) break;
    }
    const group = ranges.slice(from, to);
    from = to;
    const loaded =
      group.length === 1
        ? undefined
        : await exchange
            .send(() => group.map(({ range }) => range.load(grids.join(","))))
            .catch((thrown: unknown) => {
              if (!isTooLarge(thrown)) throw thrown;
              return undefined;
            });
    if (loaded === undefined) for (const one of group) read.push(await alone(one));
    else
      for (const range of loaded)
        read.push(Object.fromEntries(grids.map((grid) => [grid, range[grid] as Rows])) as Record<G, Rows>);
  }
  return read;
}

/** Values and formulas of a range. Of whole rows and columns only as far as the sheet is used: Excel tells nothing of them otherwise. */
export async function readContent(exchange: Exchange, find: () => Excel.Range): Promise<RangeContent> {
  const properties = "address,rowCount,columnCount,rowIndex,columnIndex";
  let range = await exchange.send(() => find().load(properties));
  if (range.rowCount === sheet.rows || range.columnCount === sheet.columns) {
    const whole = range;
    const used = await exchange.send(() =>
      whole.worksheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount"),
    );
    const [rowEnd, columnEnd] = used.isNullObject
      ? [1, 1]
      : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
    const rows = Math.max(1, Math.min(whole.rowCount, rowEnd - whole.rowIndex));
    const columns = Math.max(1, Math.min(whole.columnCount, columnEnd - whole.columnIndex));
    range = await exchange.send(() => whole.getAbsoluteResizedRange(rows, columns).load(properties));
  }
  const size = { rows: range.rowCount, columns: range.columnCount };
  const { values, formulas } = await readGrids(exchange, rowsOf(range), size, "values", "formulas");
  return { address: range.address, values, formulas };
}

/** Writes rows, each cell with the number format its value needs beside the one it has (or is to have). */
export async function writeRows(
  exchange: Exchange,
  area: Area,
  rows: readonly (readonly CellValue[])[],
  formatAt: (row: number, column: number) => { readonly current: string; readonly wanted?: string },
  entry: (value: CellValue) => CellValue | null = entryFor,
): Promise<void> {
  for (const portion of portionsOf(rows)) {
    const part = rows.slice(portion.start, portion.start + portion.count);
    const formats = part.map((cells, r) =>
      cells.map((value, c) => {
        const { current, wanted = current } = formatAt(portion.start + r, c);
        return formatFor(value, wanted) ?? (wanted === current ? null : wanted);
      }),
    );
    // A null leaves the cell as it is; the types do not say so. Formats are there before the values that need them.
    if (formats.flat().some((format) => format !== null))
      await exchange.send(() => (area(portion).numberFormat = formats as string[][]));
    await exchange.send(() => (area(portion).values = part.map((cells) => cells.map(entry))));
  }
}

/** Puts cells back as they were read. */
export async function restoreRows(
  exchange: Exchange,
  area: Area,
  { formulas, numberFormat }: { readonly formulas: Rows; readonly numberFormat: Rows },
): Promise<void> {
  for (const portion of portionsOf(formulas)) {
    const rows = [portion.start, portion.start + portion.count] as const;
    await exchange.send(() => {
      const range = area(portion);
      const formats = numberFormat.slice(...rows);
      range.numberFormat = formats as string[][];
      range.formulas = formulas
        .slice(...rows)
        .map((cells, r) => cells.map((cell, c) => restoredEntry(cell, String(formats[r][c]))));
    });
  }
}
