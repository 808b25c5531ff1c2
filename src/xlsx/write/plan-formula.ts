import { contains, rangeName, type CellRange } from "../a1";
import type { CellEdit } from "./cell-edit";
import { formulaXml } from "./cell-xml";
import type { TableContent } from "../content";
import type { FormulaCodec, StoredFormula } from "../formula/formula-codec";
import type { MappedCell, SheetMap } from "./sheet-map";

export interface PatchContext {
  readonly sheet: string;
  readonly codec: FormulaCodec;
  readonly tables: readonly TableContent[];
  readonly dynamicMarks: ReadonlySet<number>;
  /** The `cm` for a new dynamic array. */
  readonly newMark: () => number;
}

export type FormulaKind = "none" | "plain" | "dynamic" | "legacy" | "data-table";

export interface PlannedFormula {
  readonly formula: string;
  readonly cellMetadata: number | undefined;
  /** The formula element is not the one that stood there. */
  readonly replaced: boolean;
  /** Excel's list of formula cells no longer fits: a formula is new, or has become an array or ceased to be one. */
  readonly listChanged: boolean;
}

export function formulaKind(cell: MappedCell | undefined, dynamicMarks: ReadonlySet<number>): FormulaKind {
  if (!cell?.formula) return "none";
  const { t: kind } = cell.formula.attributes;
  if (kind === "dataTable") return "data-table";
  if (kind === "array") return dynamicMarks.has(Number(cell.tag.attributes.cm)) ? "dynamic" : "legacy";
  return cell.stored === undefined ? "none" : "plain";
}

/** The cells an edit's results cover. */
export function spillRange({ row, column, spill }: CellEdit): CellRange {
  const columns = spill ? spill.reduce((most, results) => Math.max(most, results.length), 1) : 1;
  return { row, column, rows: Math.max(1, spill?.length ?? 1), columns };
}

/** The formula element of a cell that has, keeps or gets a formula. */
export function planFormula(
  edit: CellEdit,
  map: SheetMap,
  existing: MappedCell | undefined,
  context: PatchContext,
): PlannedFormula {
  const kind = formulaKind(existing, context.dynamicMarks);
  const cellMetadata = Number(existing?.tag.attributes.cm) || undefined;
  const stored = storedFormula(edit, existing, context);
  const dynamic =
    kind === "legacy" && !stored
      ? false
      : stored?.custom || edit.spill !== undefined || (!stored && kind === "dynamic");
  const ref = rangeName(spillRange(edit));
  if (!stored && (!dynamic || (kind === "dynamic" && existing!.formula!.attributes.ref === ref))) {
    const formula = map.text.slice(existing!.formula!.start, existing!.formula!.end);
    return { formula, cellMetadata, replaced: false, listChanged: false };
  }
  const prefix = existing?.tag.prefix ?? map.data.prefix;
  const text = stored?.text ?? existing!.stored!;
  return {
    formula: dynamic ? formulaXml(prefix, text, { t: "array", ref }) : formulaXml(prefix, text),
    cellMetadata: !dynamic ? undefined : kind === "dynamic" ? cellMetadata : context.newMark(),
    replaced: true,
    listChanged: kind === "none" || (kind === "dynamic") !== Boolean(dynamic),
  };
}

/** The new text of the formula; undefined when the one in the file stays. */
function storedFormula(
  edit: CellEdit,
  existing: MappedCell | undefined,
  { codec, tables }: PatchContext,
): StoredFormula | undefined {
  const table = tables.find(({ ref }) => contains(ref, edit.row, edit.column))?.displayName;
  if (typeof edit.formula === "string") return codec.encode(edit.formula, table);
  const { stored } = existing!;
  if (stored === undefined || existing!.formula!.attributes.t === "array")
    return healedArray(stored, codec, table);
  return codec.hasPlainCalls(stored) || isDamaged(stored)
    ? codec.encode(codec.decode(stored), table)
    : undefined;
}

function healedArray(
  stored: string | undefined,
  codec: FormulaCodec,
  table: string | undefined,
): StoredFormula | undefined {
  return stored !== undefined && isDamaged(stored) ? codec.encode(codec.decode(stored), table) : undefined;
}

function isDamaged(stored: string): boolean {
  return /\]!_xldudf_/i.test(stored);
}
