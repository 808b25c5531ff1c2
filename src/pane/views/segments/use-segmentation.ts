import { useMemo, useState } from "react";
import {
  classifyItems,
  cutsProblem,
  defaultCuts,
  type ClassCuts,
  type Classification,
} from "../../../analyses/classify-items";
import { measureItems, type ItemMeasures } from "../../../analyses/item-measures";
import type { Need } from "../../../analyses/needs";
import { segmentationNeeds } from "../../../analyses/segmentation-needs";
import type { TableContent, Workbook } from "../../../workbook/workbook";
import { useLive, type Loaded } from "../../use-live";
import { loadCuts } from "./saved-cuts";

export interface SegmentationSource {
  readonly needs: readonly Need[];
  /** Absent while something without which there are no classes is missing. */
  readonly items?: TableContent;
  readonly measures?: ItemMeasures;
  /** As last written with classes. */
  readonly savedCuts: ClassCuts;
}

export interface Segmentation {
  readonly source: Loaded<SegmentationSource>;
  readonly cuts: ClassCuts;
  readonly setCuts: (cuts: ClassCuts) => void;
  /** By the last cuts that could be used. */
  readonly classification: Classification | undefined;
}

async function loadSource(workbook: Workbook): Promise<SegmentationSource> {
  const needs = segmentationNeeds(await workbook.tables());
  const savedCuts = await loadCuts(workbook);
  if (needs.some(({ blocking }) => blocking)) return { needs, savedCuts };
  const [items, demand] = await Promise.all([workbook.readTable("Items"), workbook.readTable("Demand")]);
  return items === undefined
    ? { needs, savedCuts }
    : { needs, savedCuts, items, measures: measureItems(items, demand) };
}

/** Tables are read when they change, items measured then, and classed anew at each change of a cut. */
export function useSegmentation(): Segmentation {
  const source = useLive(loadSource, "changes");
  const [chosen, setChosen] = useState<ClassCuts>();
  const [usable, setUsable] = useState<ClassCuts>();
  const saved = source.state === "ready" ? source.value.savedCuts : defaultCuts;
  const measures = source.state === "ready" ? source.value.measures : undefined;
  const usedCuts = usable ?? saved;
  const classification = useMemo(
    () => (measures === undefined ? undefined : classifyItems(measures, usedCuts)),
    [measures, usedCuts],
  );
  const setCuts = (cuts: ClassCuts) => {
    setChosen(cuts);
    if (cutsProblem(cuts) === undefined) setUsable(cuts);
  };
  return { source, cuts: chosen ?? saved, setCuts, classification };
}
