import { Inflate } from "fflate";
import { crc32 } from "./crc32";
import { damaged, XlsxError } from "../xlsx-error";
import type { ZipEntry } from "./zip-directory";

const STORED = 0;
/** One step inflates to at most 1032 times this, so a lying entry is caught within 16 MB. */
const STEP = 16 * 1024;

/** The content of one entry; never more bytes than the directory declared, and only if the checksum agrees. */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  const content = entry.method === STORED ? entry.compressed : inflate(entry);
  if (content.length !== entry.size) throw damaged(`the part ${entry.name} has the wrong length`);
  if (crc32(content) !== entry.crc) throw damaged(`the part ${entry.name} has the wrong checksum`);
  return content;
}

function inflate(entry: ZipEntry): Uint8Array {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size)
      throw new XlsxError("unsafe", `The part ${entry.name} unpacks to more than it declares.`);
    content.set(chunk, length);
    length += chunk.length;
  });
  const { compressed } = entry;
  try {
    for (let at = 0; at < compressed.length; at += STEP)
      stream.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length);
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw damaged(`the part ${entry.name} cannot be unpacked`);
  }
  return content.subarray(0, length);
}
