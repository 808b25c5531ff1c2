/** One decision: a quantity between two bounds, whole where it must be. */
export interface Decision {
  readonly name: string;
  /** What a unit costs. */
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly whole: boolean;
}

/** One rule: a weighted sum of decisions lies between two limits. */
export interface Rule {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

/** The cheapest decisions that keep all rules; coefficients by column, rows ascending within each. */
export interface LinearModel {
  readonly decisions: readonly Decision[];
  readonly rules: readonly Rule[];
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly coefficients: Float64Array;
}

/** Collects a model piece by piece. */
export class ModelBuilder {
  private readonly decisions: Decision[] = [];
  private readonly rules: Rule[] = [];
  private readonly columns: Map<number, number>[] = [];

  /** A decision from 0 up unless told otherwise; answers its number. */
  decide(name: string, cost: number, bounds: Partial<Omit<Decision, "name" | "cost">> = {}): number {
    const { lower = 0, upper = Infinity, whole = false } = bounds;
    this.columns.push(new Map());
    return this.decisions.push({ name, cost, lower, upper, whole }) - 1;
  }

  /** A rule over terms (decision, coefficient), which add up where a decision comes twice; answers its number. */
  rule(
    name: string,
    limits: { readonly lower?: number; readonly upper?: number },
    terms: Iterable<readonly [number, number]> = [],
  ): number {
    const row =
      this.rules.push({ name, lower: limits.lower ?? -Infinity, upper: limits.upper ?? Infinity }) - 1;
    for (const [decision, coefficient] of terms) this.add(row, decision, coefficient);
    return row;
  }

  add(rule: number, decision: number, coefficient: number): void {
    const column = this.columns[decision];
    column.set(rule, (column.get(rule) ?? 0) + coefficient);
  }

  build(): LinearModel {
    const size = this.columns.reduce((sum, column) => sum + column.size, 0);
    const starts = new Int32Array(this.columns.length + 1);
    const rows = new Int32Array(size);
    const coefficients = new Float64Array(size);
    let next = 0;
    this.columns.forEach((column, j) => {
      for (const [row, coefficient] of [...column].sort(([a], [b]) => a - b)) {
        rows[next] = row;
        coefficients[next++] = coefficient;
      }
      starts[j + 1] = next;
    });
    return { decisions: [...this.decisions], rules: [...this.rules], starts, rows, coefficients };
  }
}

/** What decisions cost together. */
export function objectiveOf({ decisions }: LinearModel, values: ArrayLike<number>): number {
  return decisions.reduce((sum, { cost }, j) => sum + cost * values[j], 0);
}

/** The sum of every rule. */
export function activities(
  { rules, starts, rows, coefficients, decisions }: LinearModel,
  values: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(rules.length);
  for (let j = 0; j < decisions.length; j++) {
    if (values[j] === 0) continue;
    for (let k = starts[j]; k < starts[j + 1]; k++) sums[rows[k]] += coefficients[k] * values[j];
  }
  return sums;
}
