/**
 * Why a file was refused, for callers that act on it:
 * not-xlsx (another format), encrypted, damaged (truncated or inconsistent), unsafe (zip bomb, DOCTYPE),
 * too-large (beyond our limits), conflict (the edit asked for cannot be written).
 */
export type XlsxErrorReason = "not-xlsx" | "encrypted" | "damaged" | "unsafe" | "too-large" | "conflict";

/** The only exception this folder throws on purpose. Its message is a sentence for the person who chose the file. */
export class XlsxError extends Error {
  override readonly name = "XlsxError";

  constructor(
    readonly reason: XlsxErrorReason,
    message: string,
  ) {
    super(message);
  }
}

export function damaged(what: string): XlsxError {
  return new XlsxError("damaged", `The file is damaged: ${what}.`);
}
