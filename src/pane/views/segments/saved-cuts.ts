import { cutsProblem, defaultCuts, type ClassCuts } from "../../../analyses/classify-items";
import type { Workbook } from "../../../workbook/workbook";

const KEY = "segments.cuts";

/** The cuts the classes in the sheet were last written with; the usual ones where there are none. */
export async function loadCuts(workbook: Workbook): Promise<ClassCuts> {
  const saved = (await workbook.setting(KEY))?.split(" ").map(Number);
  if (saved === undefined || saved.length !== 4) return defaultCuts;
  const cuts: ClassCuts = { abc: [saved[0], saved[1]], xyz: [saved[2], saved[3]] };
  return cutsProblem(cuts) === undefined ? cuts : defaultCuts;
}

export async function saveCuts(workbook: Workbook, { abc, xyz }: ClassCuts): Promise<void> {
  await workbook.saveSetting(KEY, [...abc, ...xyz].join(" "));
}
