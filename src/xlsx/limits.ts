/** What one workbook may cost. Generous for planners' files, far below what would freeze a browser tab. */
export interface XlsxLimits {
  /** Zip entries in the file. */
  readonly entries: number;
  /** Bytes of one part once inflated. */
  readonly partBytes: number;
  /** Bytes of all parts once inflated. */
  readonly totalBytes: number;
  /** Inflated bytes per compressed byte; asked only of parts larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Cells in all sheets. */
  readonly cells: number;
  /** Length of all formulas once shared ones are written out. */
  readonly formulaCharacters: number;
}

export const defaultLimits: XlsxLimits = {
  entries: 20_000,
  // A JavaScript string holds about 536 million characters; a part is read as one.
  partBytes: 400 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  // Deflate reaches 1032:1. Sheets of repeated rows were seen at 60:1.
  ratio: 200,
  ratioFrom: 32 * 1024 * 1024,
  cells: 5_000_000,
  formulaCharacters: 250_000_000,
};
