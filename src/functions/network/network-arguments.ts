import { PlanningError, invalidInput } from "../../engine/errors";
import {
  buildNetwork,
  demandBounds,
  poolings,
  type Lane,
  type Network,
  type ServicePlan,
  type SiteColumn,
  type SiteRow,
} from "../../engine/network";
import { choice, number, optional, parseNumber, type TableArgument } from "../arguments";
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

/** A first lane between no nodes whose words are those of a header; any other unknown name is a fault to be told. */
export function withoutHeader(lanes: readonly Lane[], sites: readonly SiteRow[]): readonly Lane[] {
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

export const networkArguments = {
  nodes: siteRows("Nodes, one a row"),
  lanes: laneRows("Lanes, one a row: from, to"),
};

export const stockArguments = {
  z: optional(
    number("Standard deviations of demand that stock covers", "number", { min: 0, max: 10 }),
    1.645,
  ),
  pooling: optional(choice("How demand adds up at a supplier", poolings), "ARCS" as const),
  out: optional(choice("NODES or SUMMARY", ["NODES", "SUMMARY"]), "NODES" as const),
};

export const boundArgument = {
  bound: optional(choice("Bound on demand: NORMAL or POISSON", demandBounds), "NORMAL" as const),
};

export const planColumns = [
  "node",
  "outbound service time",
  "inbound service time",
  "net lead time",
  "safety stock",
  "cost",
] as const;

/** A row a node, in the order of planColumns. */
export function planRows({ sites }: ServicePlan, nodes: readonly NodeRow[]): Cell[][] {
  return sites.map((site, i) => [
    nodes[i].typedId,
    site.outbound,
    site.inbound,
    site.netLeadTime,
    site.safetyStock,
    site.cost,
  ]);
}

export const modelNotes = [
  "Nodes has a row a node: id, processing time, holding cost per unit and period, standard deviation a period of the demand customers place at it (blank: none), longest outbound service time they accept (blank: free), external inbound time (blank: 0), and a z of its own where it covers more or less than the rest (blank: the z of the call). Times are whole periods. A header row on top of nodes, or on top of lanes if it says From and To, is skipped.",
  "Each node promises its customers a service time S. It waits SI, the latest of what its suppliers promise, then processes for T, and so needs z x sd x sqrt(SI + T - S) of safety stock. Demand beyond z standard deviations is not covered from stock.",
  "ARCS: net variance of a node is its own plus that of its direct customers, as if every lane carried independent demand. PATHS: each demand counts with the square of the number of paths to it.",
  "bound POISSON is for slow demand in whole units: its mean is its variance, so sd of own demand is read as the root of a rate per period (0.5 for a unit every four periods). Stock for t periods is the least whole number that demand exceeds with a chance of at most 1 - Phi(z), less the mean of demand, and never less than for a shorter time. It needs pooling ARCS.",
] as const;

/** The network that the two tables describe. */
export function networkOf(nodes: readonly NodeRow[], lanes: readonly Lane[]): Network {
  const sites = nodes.map(({ typedId: _, fault, notNumbers: _none, ...row }) => {
    if (fault !== undefined) throw fault;
    const missing = Number.isNaN(row.processingTime) ? "processing time" : "holding cost";
    if (Number.isNaN(row.processingTime) || Number.isNaN(row.holdingCost)) {
      const message = `${missing} of node "${row.id}" must be given, got a blank`;
      throw new PlanningError("invalid-input", "nodes", message);
    }
    return {
      ...row,
      demandSd: Number.isNaN(row.demandSd) ? 0 : row.demandSd,
      maxServiceTime: Number.isNaN(row.maxServiceTime) ? undefined : row.maxServiceTime,
      inboundTime: Number.isNaN(row.inboundTime) ? 0 : row.inboundTime,
      z: Number.isNaN(row.z) ? undefined : row.z,
    };
  });
  return buildNetwork(sites, withoutHeader(lanes, nodes));
}
