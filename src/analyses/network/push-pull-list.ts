import { pushPullTable, type Row } from "../../workbook/tables";
import { placesByItem } from "./places-by-item";

type PushPullRow = Row<typeof pushPullTable.columns>;

/** One item's boundary as PushPull has it. */
export interface ItemBoundary {
  readonly item: string;
  /** The furthest echelon from the customer first. */
  readonly rows: readonly PushPullRow[];
  /** Places of the rows among those given. */
  readonly places: readonly number[];
  readonly advised: PushPullRow;
  /** Undefined where nothing is agreed on. */
  readonly agreed: PushPullRow | undefined;
  /** Transport has it elsewhere than safety stock alone would. */
  readonly isMoved: boolean;
  /** Demand where the stock is advised is hard to foresee. */
  readonly isUnforeseen: boolean;
}

/** Items, those first whose agreed boundary is not in time or costs more than the advised one, then the dearest. */
export function pushPullList(rows: readonly PushPullRow[]): ItemBoundary[] {
  const items = [...placesByItem(rows, ({ Advised }) => Advised !== null)].flatMap(([item, found]) => {
    const places = [...found].sort((a, b) => (rows[a].Step ?? 0) - (rows[b].Step ?? 0));
    const own = places.map((i) => rows[i]);
    const advised = own.find(({ Advised }) => Advised === "BUFFER");
    if (advised === undefined) return [];
    return [
      {
        item,
        rows: own,
        places,
        advised,
        agreed: own.find(({ Agreed }) => Agreed !== null),
        isMoved: advised.Optimiser !== "BUFFER",
        isUnforeseen: advised.ByDemand === "PULL",
      },
    ];
  });
  return items.sort((a, b) => overAdvice(b) - overAdvice(a) || (b.advised.Cost ?? 0) - (a.advised.Cost ?? 0));
}

/** What was agreed costs more than advised; as much as a number holds where customers would wait too long. */
function overAdvice({ agreed }: ItemBoundary): number {
  return agreed === undefined ? 0 : (agreed.More ?? Number.MAX_VALUE);
}

/** How many items have their boundary in an echelon, by each measure. */
export interface EchelonCount {
  readonly echelon: string;
  readonly advised: number;
  readonly optimiser: number;
  readonly demand: number;
  readonly transport: number;
}

/** Echelons by name, the furthest from the customer first. */
export function boundaryCounts(items: readonly ItemBoundary[]): EchelonCount[] {
  const all = items.flatMap(({ rows }) => rows);
  const steps = new Map<string, number>();
  for (const { Echelon, Step } of all)
    steps.set(Echelon ?? "", Math.max(steps.get(Echelon ?? "") ?? 0, Step ?? 0));
  return [...steps]
    .sort(([, a], [, b]) => a - b)
    .map(([echelon]) => {
      const here = all.filter(({ Echelon }) => (Echelon ?? "") === echelon);
      const count = (measure: "Advised" | "Optimiser" | "ByDemand" | "ByTransport") =>
        here.filter((row) => row[measure] === "BUFFER").length;
      return {
        echelon,
        advised: count("Advised"),
        optimiser: count("Optimiser"),
        demand: count("ByDemand"),
        transport: count("ByTransport"),
      };
    });
}
