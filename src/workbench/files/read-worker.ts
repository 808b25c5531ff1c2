import { openPackage, readWorkbook, type WorkbookContent } from "../../xlsx";

/** Runs in a worker: reading a file of 50,000 cells takes a quarter of a second, in which the page would answer nobody. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly functionNames: readonly string[];
}

export type ReadAnswer = { readonly content: WorkbookContent } | { readonly failure: string };

addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  postMessage(answerTo(data));
});

function answerTo({ bytes, functionNames }: ReadRequest): ReadAnswer {
  try {
    return { content: readWorkbook(openPackage(bytes), functionNames) };
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
