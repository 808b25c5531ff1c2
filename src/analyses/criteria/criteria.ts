import { invalidInput } from "../../engine/errors";

/** What items are ranked by, each a column of Items. */
export const criterionNames = ["ACV", "LeadTime", "ADI", "Criticality", "SupplyRisk", "Substitute"] as const;
export type CriterionName = (typeof criterionNames)[number];

interface Criterion {
  /** In the planner's words, for lists. */
  readonly title: string;
  /** 1 where more matters more, -1 where less does; where nobody says otherwise. */
  readonly sense: 1 | -1;
}

export const criteria: Readonly<Record<CriterionName, Criterion>> = {
  ACV: { title: "Annual value", sense: 1 },
  LeadTime: { title: "Lead time", sense: 1 },
  ADI: { title: "Interval between demands", sense: -1 },
  Criticality: { title: "Criticality", sense: 1 },
  SupplyRisk: { title: "Supply risk", sense: 1 },
  Substitute: { title: "No substitute", sense: 1 },
};

/** A criterion with its say. */
export interface WeighedCriterion {
  readonly name: CriterionName;
  /** Above 0, any scale. */
  readonly weight: number;
  readonly sense: 1 | -1;
}

/** As the option and the table Runs hold them: ACV=3,ADI=-1; below 0 where less matters more. */
export function criteriaText(weighed: readonly WeighedCriterion[]): string {
  return weighed.map(({ name, weight, sense }) => `${name}=${sense * weight}`).join(",");
}

/** @throws PlanningError where a part is no criterion and weight */
export function readCriteria(text: string): WeighedCriterion[] {
  const weighed: WeighedCriterion[] = [];
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [named, number = ""] = part.split("=").map((piece) => piece.trim());
    const name = criterionNames.find((one) => one.toLowerCase() === named.toLowerCase());
    if (name === undefined) throw invalidInput("criteria", `must be of ${criterionNames.join(", ")}`, named);
    if (weighed.some((one) => one.name === name))
      throw invalidInput("criteria", "must name each criterion once", name);
    const weight = number === "" ? NaN : Number(number);
    if (!Number.isFinite(weight))
      throw invalidInput("criteria", `must give ${name} a weight, such as ${name}=2`, part);
    if (weight !== 0) weighed.push({ name, weight: Math.abs(weight), sense: weight < 0 ? -1 : 1 });
  }
  return weighed;
}

/**
 * Pairwise judgements as a square matrix. The text holds those above the diagonal, row by row: of three criteria, first over second, first
 * over third, second over third.
 * @throws PlanningError where their number does not fit, or one of them is no number above 0
 */
export function pairwiseMatrix(text: string, count: number): number[][] {
  const judgements = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const needed = (count * (count - 1)) / 2;
  if (judgements.length !== needed || !judgements.every((value) => value > 0 && Number.isFinite(value)))
    throw invalidInput(
      "pairwise",
      `must be ${needed} numbers above 0 for ${count} criteria, one a pair`,
      text,
    );
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(1));
  let next = 0;
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      matrix[i][j] = judgements[next++];
      matrix[j][i] = 1 / matrix[i][j];
    }
  return matrix;
}
