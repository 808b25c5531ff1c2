interface During {
  /** First and last period it lasts, counted from the first measured one. */
  readonly first: number;
  readonly last: number;
}

/** What goes wrong; sites by position. */
export type Stress =
  /** Nothing arrives on this lane. */
  | ({ readonly kind: "lane closed"; readonly from: number; readonly to: number } & During)
  /** What the site finishes takes so many periods longer. */
  | ({ readonly kind: "site late"; readonly site: number; readonly periods: number } & During)
  /** Customers outside ask for so many times as much. */
  | ({ readonly kind: "demand"; readonly site: number; readonly factor: number } & During);
