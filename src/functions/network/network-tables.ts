import { PlanningError, invalidInput } from "../../engine/errors";
import type { Lane, SiteColumn, SiteRow } from "../../engine/network";
import { parseNumber, type TableArgument } from "../arguments";
import { CellError } from "../cell-error";
import type { Cell, Cells } from "../cells";
import { usedRows } from "../matrix-arguments";

/** A row of nodes, whose id goes back to the sheet as it was typed there: a number stays one. */
export interface NodeRow extends SiteRow {
  readonly typedId: string | number | boolean;
  /** About the first cell that should be a number and is not. */
  readonly fault: PlanningError | undefined;
}

const numberColumns: Readonly<Record<SiteColumn, string>> = {
  processingTime: "processing time",
  holdingCost: "holding cost",
  demandSd: "sd of own demand",
  maxServiceTime: "max outbound service time",
  inboundTime: "external inbound time",
  z: "z",
};
const siteColumns = ["id", ...Object.values(numberColumns)];

/** Rows of sites as typed, blanks as NaN. A first row with text in its second cell and no number in it is a header. */
export function siteRows(label: string): TableArgument<readonly NodeRow[]> {
  return {
    shape: "table",
    label,
    unit: "rows of nodes",
    rule: `two to seven columns: ${siteColumns.join(", ")}`,
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells, name) => {
      const width = cells[0].length;
      if (width < 2 || width > siteColumns.length) {
        const message = `${name} must have two to seven columns (${siteColumns.join(", ")}), got ${width}`;
        throw new PlanningError("invalid-input", name, message);
      }
      const from =
        typeof cells[0][1] === "string" && !cells[0].some((cell) => typeof cell === "number") ? 1 : 0;
      return cells
        .slice(from, usedRows(cells))
        .filter((row) => row.some((cell) => cell !== null))
        .map((row) => siteRow(row, name));
    },
  };
}

function siteRow(row: readonly Cell[], name: string): NodeRow {
  const id = textOf(row[0]);
  const faults: PlanningError[] = [];
  const notNumbers: SiteColumn[] = [];
  const values = Object.entries(numberColumns).map(([column, words], k): [string, number] => {
    const cell = row[k + 1] ?? null;
    if (cell === null) return [column, NaN];
    if (column === "maxServiceTime" && typeof cell === "string" && /^free$/i.test(cell.trim()))
      return [column, NaN];
    const what = `${name}: ${words} of node "${id}"`;
    if (typeof cell === "number" || cell instanceof CellError) return [column, parseNumber(cell, what)];
    faults.push(invalidInput(what, "must be a number", cell));
    notNumbers.push(column as SiteColumn);
    return [column, NaN];
  });
  return {
    id,
    ...(Object.fromEntries(values) as Record<SiteColumn, number>),
    notNumbers,
    typedId: typeof row[0] === "number" || typeof row[0] === "boolean" ? row[0] : id,
    fault: faults[0],
  };
}

/** Two columns of node names, from and to; wholly blank rows are left out. */
export function laneRows(label: string): TableArgument<readonly Lane[]> {
  return {
    shape: "table",
    label,
    unit: "two columns",
    rule: "two columns, from and to",
    optional: false,
    defaultText: "",
    numeric: false,
    parse: (cells: Cells, name) => {
      const blank = cells.every((row) => row.every((cell) => cell === null));
      if (blank) return [];
      if (cells[0].length !== 2) {
        const message = `${name} must have two columns (from, to), got ${cells[0].length}`;
        throw new PlanningError("invalid-input", name, message);
      }
      return cells
        .map(([from, to]) => ({ from: textOf(from), to: textOf(to) }))
        .filter(({ from, to }) => from !== "" || to !== "");
    },
  };
}

function textOf(cell: Cell): string {
  if (cell instanceof CellError) throw cell;
  return cell === null ? "" : String(cell).trim();
}

/** Both tables as typed. */
export interface NetworkTables {
  readonly nodes: readonly NodeRow[];
  readonly lanes: readonly Lane[];
}

/**
 * Without a header on top of lanes, and without blank rows that reached us as zeros, as in Excel on the desktop: lanes from 0 to 0 where
 * there is no node 0, and rows of a node 0 with nothing in them that no lane speaks of. A z of 0 is a blank one too.
 */
export function typedNetwork({ nodes, lanes }: NetworkTables): NetworkTables {
  const spoken = lanes.some(({ from, to }) => (from === "0") !== (to === "0"));
  const columns = Object.keys(numberColumns) as SiteColumn[];
  const isBlank = (row: NodeRow) =>
    row.typedId === 0 && columns.every((column) => !(row[column] || row.fault));
  const used = spoken ? nodes : nodes.filter((row) => !isBlank(row));
  const zero = used.some(({ id }) => id === "0");
  return {
    nodes: used.map((row) => (row.z === 0 ? { ...row, z: NaN } : row)),
    lanes: withoutHeader(lanes, used).filter(({ from, to }) => zero || from !== "0" || to !== "0"),
  };
}

/** A first lane between no nodes whose words are those of a header; any other unknown name is a fault to be told. */
function withoutHeader(lanes: readonly Lane[], sites: readonly SiteRow[]): readonly Lane[] {
  const [first] = lanes;
  if (first === undefined || sites.some(({ id }) => id === first.from || id === first.to)) return lanes;
  const isHeader =
    headerWord(["from", "source", "supplier", "origin", "start", "upstream"], first.from) &&
    headerWord(["to", "target", "destination", "customer", "end", "downstream"], first.to);
  return isHeader ? lanes.slice(1) : lanes;
}

/** One of the words, alone or with another behind it, as in "From node" or "from_id". */
function headerWord(words: readonly string[], text: string): boolean {
  return new RegExp(`^(${words.join("|")})([^a-z]|node|site|id|$)`, "i").test(text);
}
