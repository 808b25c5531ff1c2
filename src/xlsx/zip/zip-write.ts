import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./zip-directory";

const DESCRIPTOR_FLAG = 8;
const UTF8_FLAG = 0x800;
const DEFLATED = 8;
/** 1980-01-01 00:00, the first moment a zip can hold: the same parts always give the same bytes. */
const EPOCH_DATE = 0x21;

export function packEntry(name: string, content: Uint8Array, like?: ZipEntry): ZipEntry {
  const nameBytes = like?.nameBytes ?? new TextEncoder().encode(name);
  return {
    name,
    nameBytes,
    flags: like?.flags ?? UTF8_FLAG,
    method: DEFLATED,
    time: like?.time ?? 0,
    date: like?.date ?? EPOCH_DATE,
    crc: crc32(content),
    size: content.length,
    externalAttributes: like?.externalAttributes ?? 0,
    compressed: deflateSync(content, { level: 6 }),
  };
}

/** Writes the entries in their order. Sizes go into the local headers, so a trailing data descriptor is not needed. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const dataLength = entries.reduce((sum, e) => sum + 30 + e.nameBytes.length + e.compressed.length, 0);
  const directoryLength = entries.reduce((sum, e) => sum + 46 + e.nameBytes.length, 0);
  const bytes = new Uint8Array(dataLength + directoryLength + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let directory = dataLength;
  for (const entry of entries) {
    view.setUint32(at, 0x04034b50, true);
    writeHeader(view, at + 4, entry);
    bytes.set(entry.nameBytes, at + 30);
    bytes.set(entry.compressed, at + 30 + entry.nameBytes.length);

    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 4, 20, true);
    writeHeader(view, directory + 6, entry);
    view.setUint32(directory + 38, entry.externalAttributes, true);
    view.setUint32(directory + 42, at, true);
    bytes.set(entry.nameBytes, directory + 46);
    at += 30 + entry.nameBytes.length + entry.compressed.length;
    directory += 46 + entry.nameBytes.length;
  }
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, entries.length, true);
  view.setUint16(directory + 10, entries.length, true);
  view.setUint32(directory + 12, directoryLength, true);
  view.setUint32(directory + 16, dataLength, true);
  return bytes;
}

/** The 26 bytes that the local header and the directory entry share, from "version needed" to the extra length. */
function writeHeader(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DESCRIPTOR_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, entry.time, true);
  view.setUint16(at + 8, entry.date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
