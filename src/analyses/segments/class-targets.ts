import type { CurrentPolicies, ServiceTarget } from "../policies/target-rows";

/** Target of a segment: its row in Policies, that of its value class, else what the options say for the class; undefined for N and -. */
export function segmentTarget(
  abc: string,
  xyz: string,
  { bySegment }: Pick<CurrentPolicies, "bySegment">,
  byClass: ServiceTargets,
): ServiceTarget | undefined {
  for (const segment of [abc + xyz, abc]) {
    const row = bySegment.get(segment);
    if (row !== undefined && row.Target !== null && row.TargetType !== null)
      return { type: row.TargetType, level: row.Target };
  }
  const place = "ABC".indexOf(abc);
  return abc.length !== 1 || place < 0 ? undefined : { type: byClass.type, level: byClass.levels[place] };
}

/** For A, B and C. */
export interface ServiceTargets {
  readonly type: ServiceTarget["type"];
  readonly levels: readonly [number, number, number];
}

/** The class above: what an upgrade leads to. */
export function classAbove(abc: string): string | undefined {
  return abc === "C" ? "B" : abc === "B" ? "A" : undefined;
}
