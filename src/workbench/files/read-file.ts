import { openPackage } from "../../xlsx";
import type { ReadAnswer, ReadRequest } from "./read-worker";
import type { OpenedFile } from "./save";

/** Reads a file while the page goes on answering. Throws sentences for the user. */
export async function readFile(
  bytes: Uint8Array,
  ownWork: boolean,
  functionNames: readonly string[],
): Promise<OpenedFile> {
  const pkg = openPackage(bytes);
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), { name: "stockbook-reader" });
  try {
    const answer = await new Promise<ReadAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || "The reader of files did not start."));
      worker.postMessage({ bytes, functionNames } satisfies ReadRequest);
    });
    if ("failure" in answer) throw new Error(answer.failure);
    return { pkg, content: answer.content, ownWork };
  } finally {
    worker.terminate();
  }
}
