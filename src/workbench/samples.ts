/** Workbooks to try Stockbook with; the first opens by itself. */
export const samples = [
  { file: "spare-parts.xlsx", title: "1,000 spare parts, planned by six formulas" },
  { file: "company.xlsx", title: "A company's month: 64 items, 3 warehouses, 24 service points" },
] as const;

export type Sample = (typeof samples)[number];

/** The sample a link such as ?sample=company.xlsx asks for. */
export function sampleOfLink(search: string): Sample {
  const asked = new URLSearchParams(search).get("sample");
  return samples.find(({ file }) => file === asked) ?? samples[0];
}
