import { linkHistory } from "../../engine/demand";
import { changeOver } from "../../engine/forecast";
import { orUndefined } from "./or-undefined";
import type { Group, Leaf } from "./leaf";

/** A predecessor and its successor as one history, in units of the successor; the predecessor is the first leaf. */
export function changeOverGroup(level: Group["level"], old: Leaf, successor: Leaf): Group {
  const { factor, launch, last } = successor.replaces!;
  const start = Math.min(old.start, successor.start);
  const [before, since] = [old, successor].map((leaf) => alignedTo(start, leaf));
  const series = linkHistory({ old: before, new: since, factor, share: 1 });
  return { level, leaves: [old, successor], start, series, changeOver: { factor, launch, last } };
}

/**
 * Share of the successor in the buckets from `end` on, seen from there: a logistic curve through its share so far where three buckets since its
 * launch tell how fast it takes over, else nothing before the launch and all from then on. All once the predecessor is no longer served.
 * @param end place in the group's series
 */
export function successorShare(
  group: Group,
  end: number,
  ahead: number,
): { share: number[]; fitted: boolean } {
  const { factor, launch, last } = group.changeOver!;
  const [old, since] = group.leaves.map((leaf) => alignedTo(group.start, leaf).slice(0, end));
  const total = new Array<number>(ahead).fill(1);
  const curve = orUndefined(() => changeOver({ old, new: since, factor, total }).share);
  const share = total.map((_, step) => {
    const bucket = group.start + end + step;
    if (last !== null && bucket > last) return 1;
    return curve?.[step] ?? (bucket >= launch ? 1 : 0);
  });
  return { share, fitted: curve !== undefined };
}

/** What turns the group's forecast into that of predecessor and successor, bucket by bucket. */
export function changeOverParts(group: Group, end: number, ahead: number): number[][] {
  const { factor } = group.changeOver!;
  const { share } = successorShare(group, end, ahead);
  return [share.map((part) => (1 - part) / factor), share];
}

/** Which replaces which, on what history, and how the demand moves. */
export function changeOverReason(group: Group, horizon: number): string {
  const [old, successor] = group.leaves;
  const { factor } = group.changeOver!;
  const { share, fitted } = successorShare(group, group.series.length, horizon);
  const percent = (part: number) => `${(100 * part).toFixed(0)}%`;
  const units = factor === 1 ? "" : `, ${factor} of it for one`;
  const pace = fitted
    ? "by a logistic curve through its share since the launch"
    : "all from its launch on, since three buckets must show how fast it takes over";
  return `${successor.item} replaces ${old.item}${units}: both forecast together from ${group.series.length} buckets of linked history; its share goes from ${percent(share[0])} to ${percent(share[horizon - 1])} of it, ${pace}`;
}

function alignedTo(start: number, { start: own, series }: Leaf): number[] {
  return [...new Array<number>(Math.max(0, own - start)).fill(NaN), ...series];
}
