import type { IUnitRange } from "@univerjs/core";
import type { IFormulaDirtyData } from "@univerjs/engine-formula";

type StringMap = Record<string, Record<string, unknown> | null | undefined>;

const mapNames = [
  "dirtyNameMap",
  "dirtyDefinedNameMap",
  "dirtySuperTableMap",
  "dirtyUnitFeatureMap",
  "dirtyUnitOtherFormulaMap",
  "clearDependencyTreeCache",
] as const;

/** What has changed since the last calculation, collected from edits in the engine's own terms. */
export class DirtyData {
  private everything = false;
  private ranges: IUnitRange[] = [];
  private maps: Record<(typeof mapNames)[number], StringMap> = emptyMaps();

  get isEmpty(): boolean {
    return (
      !this.everything &&
      this.ranges.length === 0 &&
      mapNames.every((name) => Object.keys(this.maps[name]).length === 0)
    );
  }

  addEverything(): void {
    this.everything = true;
  }

  addRanges(ranges: readonly IUnitRange[]): void {
    for (const range of ranges) this.ranges.push(range);
  }

  add(data: Partial<IFormulaDirtyData>): void {
    if (data.forceCalculation) this.everything = true;
    this.addRanges(data.dirtyRanges ?? []);
    for (const name of mapNames) mergeInto(this.maps[name], (data[name] ?? {}) as StringMap);
  }

  /** Hands over all of it and starts anew. */
  take(): IFormulaDirtyData {
    const taken = { forceCalculation: this.everything, dirtyRanges: this.ranges, ...this.maps };
    this.everything = false;
    this.ranges = [];
    this.maps = emptyMaps();
    return taken as unknown as IFormulaDirtyData;
  }
}

function emptyMaps(): Record<(typeof mapNames)[number], StringMap> {
  return Object.fromEntries(mapNames.map((name) => [name, {}])) as Record<
    (typeof mapNames)[number],
    StringMap
  >;
}

/** Two levels deep, as all of the engine's dirty maps are at least. */
function mergeInto(target: StringMap, source: StringMap): void {
  for (const [unit, entries] of Object.entries(source)) {
    const known = (target[unit] ??= {});
    for (const [key, value] of Object.entries(entries ?? {})) {
      const before = known[key];
      known[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
