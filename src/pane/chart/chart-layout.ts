import { niceTicks, type Point } from "./scale";

/** A series that is known and how it goes on. All arrays but the last three are as long as `history`. */
export interface ChartData {
  readonly history: readonly number[];
  /** NaN where there is none yet. */
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface ChartLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Width of one bucket. */
  readonly step: number;
  /** The bucket at a place, within the data. */
  readonly indexAt: (x: number) => number;
}

const TICKS = 4;
const TOP = 8;
const AXIS_HEIGHT = 20;
const CHARACTER = 6;
const GAP = 6;

/** Where things stand in a drawing of this size. Zero is always in sight. */
export function chartLayout(
  data: ChartData,
  width: number,
  height: number,
  label: (value: number) => string,
): ChartLayout {
  const { history, forecast, low, high } = data;
  const values = [...history, ...data.fitted, ...forecast, ...low, ...high];
  return axisLayout(values, history.length + forecast.length, { width, height }, label);
}

/** The layout for any values over `count` places. Zero is always in sight. */
export function axisLayout(
  all: readonly number[],
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
  label: (value: number) => string,
): ChartLayout {
  const values = all.filter(Number.isFinite);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values), TICKS);
  const left = Math.max(...ticks.map((tick) => label(tick).length)) * CHARACTER + GAP;
  const right = width - 2;
  const bottom = height - AXIS_HEIGHT;
  const step = (right - left) / Math.max(1, count);
  const [lowest, highest] = [ticks[0], ticks[ticks.length - 1]];
  return {
    left,
    right,
    top: TOP,
    bottom,
    ticks,
    step,
    x: (index) => left + (index + 0.5) * step,
    y: (value) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - TOP),
    indexAt: (x) => Math.min(count - 1, Math.max(0, Math.floor((x - left) / step))),
  };
}

/** Points of values that start at a bucket. */
export function pointsOf({ x, y }: ChartLayout, values: readonly number[], from = 0): Point[] {
  return values.map((value, i) => ({ x: x(from + i), y: y(value) }));
}

/** Buckets that get a label: as many as fit without touching, the first and the last among them where they do. */
export function labelledBuckets(count: number, plotWidth: number, labelWidth: number): number[] {
  const fitting = Math.max(1, Math.floor(plotWidth / (labelWidth * 1.4)));
  if (count <= fitting) return Array.from({ length: count }, (_, i) => i);
  if (fitting === 1) return [0];
  return [
    ...new Set(Array.from({ length: fitting }, (_, i) => Math.round((i * (count - 1)) / (fitting - 1)))),
  ];
}
