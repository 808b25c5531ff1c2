import { PlanningError } from "../engine/errors";
import { sha256 } from "../engine/math/sha256";
import { classStability, pairwiseWeights, rankByCriteria } from "../engine/segmentation";
import { demandTable, itemsTable, runsTable, type Issue } from "../workbook/tables";
import type { CellValue, TableContent } from "../workbook/workbook";
import { cutsProblem, defaultCuts } from "./classify-items";
import {
  criteria,
  criterionNames,
  pairwiseMatrix,
  readCriteria,
  type WeighedCriterion,
} from "./criteria/criteria";
import { criterionValues, tellingCriteria, type ItemCriteria } from "./criteria/criterion-values";
import { defineAnalysis, needs, tableColumns, wants, type AnalysisOutcome } from "./define-analysis";
import { numbersOption, textOption } from "./options";

export interface RankedRow {
  readonly item: string;
  /** Body row of Items, counted from 0. */
  readonly row: number;
  /** 0-1. */
  readonly score: number;
  readonly rank: number;
  readonly class: "A" | "B" | "C";
  /** In the order of the criteria, as they were weighed. */
  readonly values: readonly number[];
}

export interface RankDetails {
  /** With weights that sum to 1. */
  readonly criteria: readonly WeighedCriterion[];
  /** Of the pairwise judgements; null where weights were typed. */
  readonly consistencyRatio: number | null;
  /** The highest score first. */
  readonly ranked: readonly RankedRow[];
  /** Share of the items that change class when any one weight is 10 % larger or smaller. */
  readonly unstable: number;
  /** Items without a value for one of the criteria. */
  readonly left: number;
}

export const rankItems = defineAnalysis({
  id: "rank-items",
  summary:
    "Ranks items by several criteria at once and classes them, with the share that hangs on the weights.",
  notes: [
    "ACV, LeadTime, ADI, Criticality, SupplyRisk and Substitute are columns of Items; ACV and ADI come from Demand where they are blank. An item without a substitute matters more.",
    "A weight below 0 says that less matters more, as for ADI: an item that is asked for often. Judgements in pairs that contradict each other (consistency ratio above 0.10) are refused.",
    "An item without a value for a criterion is not ranked and listed: blank is not zero.",
  ],
  options: {
    criteria: textOption(
      "Criteria and their weights, such as ACV=3,ADI=-1; blank: all that Items tells, equal",
    ),
    pairwise: textOption(
      "Judgements in pairs instead of weights: first over second, first over third, ..., 1/9 to 9",
    ),
    cuts: numbersOption("Shares of the number of items at which A and B end", "fraction", [0.2, 0.5]),
  },
  reads: { items: needs(itemsTable), demand: wants(demandTable) },
  writes: [itemsTable, runsTable],
  run: ({ tables: { items, demand } }, { criteria: text, pairwise, cuts }): AnalysisOutcome => {
    if (cutsProblem({ abc: cuts, xyz: defaultCuts.xyz }) !== undefined)
      throw new PlanningError("invalid-input", "cuts", "cuts must be above 0, ascending and at most 1");
    const known = criterionValues(items, demand);
    const weighed = weighedCriteria(known.items, text, pairwise);
    const { usable, gaps } = completeItems(known.items, weighed.criteria);
    const request = {
      criteria: usable.map(({ values }) => weighed.criteria.map(({ name }) => values[name] as number)),
      weights: weighed.criteria.map(({ weight }) => weight),
      senses: weighed.criteria.map(({ sense }) => sense),
      cuts,
    };
    if (usable.length === 0)
      throw new PlanningError(
        "insufficient-data",
        "criteria",
        `criteria must be known for one item at least: ${gaps[0]?.message ?? "Items is empty"}`,
      );
    const ranked = rankByCriteria(request)
      .map((one, i): RankedRow => ({
        item: usable[i].item,
        row: usable[i].row,
        ...one,
        values: request.criteria[i],
      }))
      .sort((a, b) => a.rank - b.rank);
    const details: RankDetails = { ...weighed, ranked, unstable: classStability(request), left: gaps.length };
    return {
      results: [tableColumns(itemsTable, rankColumns(items, ranked))],
      issues: [...known.issues, ...gaps],
      summary: summaryOf(details),
      inputHash: sha256(
        ranked
          .map(({ item, values }) => `${JSON.stringify([item, ...values])}\n`)
          .sort()
          .join(""),
      ),
      details,
    };
  },
});

function weighedCriteria(
  items: readonly ItemCriteria[],
  text: string,
  pairwise: string,
): Pick<RankDetails, "criteria" | "consistencyRatio"> {
  const typed = readCriteria(text);
  const chosen: readonly WeighedCriterion[] =
    text.trim() === ""
      ? tellingCriteria(items, criterionNames).map((name) => ({
          name,
          weight: 1,
          sense: criteria[name].sense,
        }))
      : typed;
  if (chosen.length === 0)
    throw new PlanningError(
      "insufficient-data",
      "criteria",
      "criteria must name a column of Items in which items differ",
    );
  for (const { name } of chosen)
    if (items.every(({ values }) => values[name] === null))
      throw new PlanningError(
        "insufficient-data",
        "criteria",
        `criteria must be filled in Items, and no item has ${name}`,
      );
  if (pairwise.trim() === "") {
    const sum = chosen.reduce((total, { weight }) => total + weight, 0);
    return { criteria: chosen.map((one) => ({ ...one, weight: one.weight / sum })), consistencyRatio: null };
  }
  const { weights, consistencyRatio } = pairwiseWeights(pairwiseMatrix(pairwise, chosen.length));
  return { criteria: chosen.map((one, i) => ({ ...one, weight: weights[i] })), consistencyRatio };
}

function completeItems(
  items: readonly ItemCriteria[],
  weighed: readonly WeighedCriterion[],
): { readonly usable: readonly ItemCriteria[]; readonly gaps: readonly Issue[] } {
  const gaps: Issue[] = [];
  const usable = items.filter(({ item, row, values }) => {
    const missing = weighed.find(({ name }) => values[name] === null);
    if (missing === undefined) return true;
    const message = `${missing.name} of ${item} must be known for it to be ranked`;
    gaps.push({ table: itemsTable.name, row: row + 1, column: missing.name, message });
    return false;
  });
  return { usable, gaps };
}

function rankColumns({ rowCount }: TableContent, ranked: readonly RankedRow[]) {
  const blank = (): CellValue[] => new Array<CellValue>(rowCount).fill("");
  const [Score, Rank, RankClass] = [blank(), blank(), blank()];
  for (const { row, score, rank, class: abc } of ranked) {
    Score[row] = score;
    Rank[row] = rank;
    RankClass[row] = abc;
  }
  return { Score, Rank, RankClass };
}

function summaryOf({ ranked, criteria: weighed, consistencyRatio, unstable }: RankDetails): string {
  const weights = weighed.map(({ name, weight }) => `${name} ${(100 * weight).toFixed(0)}%`).join(", ");
  const ratio = consistencyRatio === null ? "" : `, consistency ratio ${consistencyRatio.toFixed(3)}`;
  return `${ranked.length.toLocaleString("en")} items ranked by ${weights}${ratio}; ${(100 * unstable).toFixed(1)}% change class under 10% other weights`;
}
