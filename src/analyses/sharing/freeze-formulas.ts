import { sha256 } from "../../engine/math/sha256";
import { addressOf, parseAddress } from "../../workbook/range-address";
import type { frozenFormulasTable, Row } from "../../workbook/tables";
import { WorkbookError, type CellValue, type RangeContent, type Workbook } from "../../workbook/workbook";
import { formulasToFreeze } from "./formulas-to-freeze";

export type FrozenFormula = Row<typeof frozenFormulasTable.columns>;

/** What freezing needs of a workbook, open or in a file. */
export type FreezableWorkbook = Pick<
  Workbook,
  "formulas" | "protectedSheets" | "spillAreas" | "readAreas" | "replaceAreas"
>;

/** The rows of FrozenFormulas. */
export interface Inventory {
  read(): Promise<readonly FrozenFormula[]>;
  write(rows: readonly FrozenFormula[]): Promise<void>;
}

export interface SharingReport {
  /** Formulas frozen, or restored. */
  readonly formulas: number;
  /** Cells they cover. */
  readonly cells: number;
  /** Cells that were left as they are, and why. */
  readonly left: readonly { readonly address: string; readonly why: string }[];
}

export type Tell = (share: number, text: string) => void;

/** A formula that shows one of these has no value to keep. */
const withoutValue = ["#NAME?", "#SPILL!", "#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!"];

/**
 * Replaces every formula that needs the add-in by the value it shows. The inventory is written first: whatever happens then, each
 * formula stands in its cell or in the inventory.
 */
export async function freezeFormulas(
  workbook: FreezableWorkbook,
  inventory: Inventory,
  usesOurs: (formula: string) => boolean,
  tell: Tell,
): Promise<SharingReport> {
  tell(0, "Reading the formulas");
  const before = await inventory.read();
  const found = await workbook.formulas();
  const chosen = formulasToFreeze(found, usesOurs);
  await refuseProtected(
    workbook,
    chosen.map(({ address }) => address),
  );
  const left: { address: string; why: string }[] = chosen
    .filter(({ fixed }) => fixed)
    .map(({ address }) => ({ address, why: "is part of an array entered with Ctrl+Shift+Enter" }));
  const single = chosen.filter(({ fixed }) => !fixed);
  tell(0.2, "Reading their values");
  const areas = await workbook.spillAreas(single.map(({ address }) => address));
  const anchors = single.flatMap((one, i) => (areas[i] === undefined ? [] : [{ ...one, area: areas[i] }]));
  const contents = await workbook.readAreas(anchors.map(({ area }) => area));
  const frozen = anchors.flatMap((one, i) => {
    const values = contents[i]?.values ?? [];
    const shown = values.flat().find((value) => value === "#BUSY!") ?? values[0]?.[0];
    if (shown === "#BUSY!")
      throw new WorkbookError(
        "busy",
        `${one.address} is still being calculated. Wait for it and freeze again.`,
      );
    if (shown === undefined || withoutValue.includes(String(shown))) {
      left.push({ address: one.address, why: `shows ${shown}, which is no value to keep` });
      return [];
    }
    return [{ ...one, values }];
  });
  if (frozen.length === 0) return { formulas: 0, cells: 0, left };
  tell(0.5, "Writing the inventory");
  const rows = frozen.map(inventoryRow);
  const places = new Set(rows.map(placeOf));
  await inventory.write([
    ...before.filter((row) => row.State !== "restored" && !places.has(placeOf(row))),
    ...rows,
  ]);
  tell(0.7, "Writing the values");
  await workbook.replaceAreas(frozen.map(({ area, values }) => ({ address: area, values })));
  return { formulas: frozen.length, cells: cellCount(frozen.map(({ values }) => values)), left };
}

/**
 * Puts the formulas of the inventory back where the cells still hold what was frozen. Cells that were changed since are left as they
 * are; the inventory keeps their formulas and says what was found.
 */
export async function unfreezeFormulas(
  workbook: FreezableWorkbook,
  inventory: Inventory,
  tell: Tell,
): Promise<SharingReport> {
  tell(0, "Reading the inventory");
  const rows = await inventory.read();
  const open = rows.filter(({ State }) => State !== "restored");
  await refuseProtected(workbook, open.map(areaOf));
  tell(0.3, "Comparing the values");
  const contents = await workbook.readAreas(open.map(areaOf));
  const judged = open.map((row, i) => ({ row, ...judge(row, contents[i]) }));
  const restored = judged.filter(({ verdict }) => verdict === "restore");
  tell(0.5, "Writing the formulas");
  await workbook.replaceAreas(
    restored.map(({ row }) => ({ address: areaOf(row), formula: row.Formula ?? "" })),
  );
  const after = new Map(judged.map(({ row, verdict, why }) => [row, stateOf(row, verdict, why)]));
  tell(0.8, "Writing the inventory");
  if (open.length > 0) await inventory.write(rows.map((row) => after.get(row) ?? row));
  return {
    formulas: restored.length,
    cells: cellCount(restored.map(({ content }) => content?.values ?? [])),
    left: judged.flatMap(({ row, verdict, why }) =>
      verdict === "changed" ? [{ address: addressIn(row, row.Cell ?? ""), why }] : [],
    ),
  };
}

interface Judgement {
  readonly verdict: "restore" | "stands" | "changed";
  readonly why: string;
  readonly content: RangeContent | undefined;
}

function judge({ Formula, Hash }: FrozenFormula, content: RangeContent | undefined): Judgement {
  if (content === undefined) return { verdict: "changed", why: "the sheet is gone", content };
  if (content.formulas[0][0] === Formula) return { verdict: "stands", why: "", content };
  const formula = content.formulas.flat().find((cell) => typeof cell === "string" && /^=./s.test(cell));
  if (formula !== undefined)
    return { verdict: "changed", why: `there is another formula: ${formula}`, content };
  if (hashOf(content.values) === Hash) return { verdict: "restore", why: "", content };
  return { verdict: "changed", why: "the value is not the frozen one", content };
}

function stateOf(row: FrozenFormula, verdict: Judgement["verdict"], why: string): FrozenFormula {
  return verdict === "changed"
    ? { ...row, State: "changed", Note: why }
    : { ...row, State: "restored", Note: null };
}

function inventoryRow(one: {
  readonly address: string;
  readonly formula: string;
  readonly reason: string;
  readonly area: string;
  readonly values: RangeContent["values"];
}): FrozenFormula {
  const { sheet = "", ...cell } = parseAddress(one.address);
  const { sheet: _, ...area } = parseAddress(one.area);
  return {
    Sheet: sheet,
    Cell: addressOf(cell),
    Formula: one.formula,
    Area: addressOf(area),
    Hash: hashOf(one.values),
    Reason: one.reason,
    State: "frozen",
    Note: null,
  };
}

/** All or nothing: a workbook of which half is frozen cannot be shared. */
async function refuseProtected(workbook: FreezableWorkbook, addresses: readonly string[]): Promise<void> {
  const concerned = new Set(addresses.map((address) => parseAddress(address).sheet?.toLowerCase()));
  const sheets = (await workbook.protectedSheets()).filter((name) => concerned.has(name.toLowerCase()));
  if (sheets.length === 0) return;
  const [list, are, them] =
    sheets.length === 1
      ? [`The sheet ${sheets[0]}`, "is", "it"]
      : [`The sheets ${sheets.slice(0, -1).join(", ")} and ${sheets[sheets.length - 1]}`, "are", "them"];
  throw new WorkbookError(
    "protected",
    `${list} ${are} protected, so nothing was changed. Unprotect ${them} (Review, Unprotect Sheet) and try again.`,
  );
}

const hashOf = (values: readonly (readonly CellValue[])[]): string => sha256(JSON.stringify(values));

const addressIn = ({ Sheet }: FrozenFormula, cells: string): string =>
  addressOf({ ...parseAddress(cells), sheet: Sheet ?? "" });

const areaOf = (row: FrozenFormula): string => addressIn(row, row.Area ?? row.Cell ?? "");

const placeOf = (row: FrozenFormula): string => addressIn(row, row.Cell ?? "").toLowerCase();

function cellCount(grids: readonly (readonly (readonly unknown[])[])[]): number {
  return grids.reduce((sum, rows) => sum + rows.length * (rows[0]?.length ?? 0), 0);
}
