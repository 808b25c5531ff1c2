import type { XlsxLimits } from "../limits";
import { damaged, XlsxError } from "../xlsx-error";

/** One file in the zip, with its compressed bytes exactly as they lie in the archive. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  readonly externalAttributes: number;
  readonly compressed: Uint8Array;
}

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the list of files of a zip (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3) without inflating anything,
 * and refuses what cannot be an honest workbook: overlapping entries, absurd sizes, unknown methods.
 */
export function readDirectory(bytes: Uint8Array, limits: XlsxLimits): ZipEntry[] {
  refuseOtherFormats(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view);
  if (count > limits.entries)
    throw new XlsxError("unsafe", `The file holds ${count} parts; more than ${limits.entries} are refused.`);

  const entries: ZipEntry[] = [];
  const extents: { from: number; to: number }[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damaged("its list of parts is cut off");
    const { entry, extent, next } = readEntry(bytes, view, at, start);
    total += entry.size;
    refuseBomb(entry, total, limits);
    entries.push(entry);
    extents.push(extent);
    at = next;
  }
  refuseOverlap(extents);
  return entries;
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new XlsxError("not-xlsx", "The file is empty.");
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    if (containsUtf16(bytes, "EncryptedPackage"))
      throw new XlsxError(
        "encrypted",
        "The workbook is protected with a password. Remove the password in Excel (File, Info, Protect Workbook) and try again.",
      );
    throw new XlsxError(
      "not-xlsx",
      "This is a workbook in the old .xls format, or another old Office file. Save it as .xlsx in Excel and try again.",
    );
  }
  if (!starts(0x50, 0x4b)) throw new XlsxError("not-xlsx", "This is not an Excel workbook (.xlsx or .xlsm).");
}

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const pattern = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1))
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function findDirectory(view: DataView): { count: number; start: number; end: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength)
      continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let start = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
      const end64 = findEnd64(view, at);
      count = readLong(view, end64 + 32);
      size = readLong(view, end64 + 40);
      start = readLong(view, end64 + 48);
    }
    if (start + size > at) throw damaged("its list of parts points outside the file");
    return { count, start, end: start + size };
  }
  throw damaged("it is truncated. Copy or download it again");
}

function findEnd64(view: DataView, end: number): number {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR)
    throw damaged("its end record is missing");
  const at = readLong(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) throw damaged("its end record is missing");
  return at;
}

function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number) {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) throw damaged("its list of parts is cut off");
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = new TextDecoder().decode(nameBytes);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & ENCRYPTED_FLAG)
    throw new XlsxError("encrypted", "The file is a zip archive with a password. Remove the password first.");
  if (method !== STORED && method !== DEFLATED)
    throw new XlsxError(
      "not-xlsx",
      `The part ${name} is packed in a way Excel does not use (method ${method}).`,
    );

  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let header = view.getUint32(at + 42, true);
  if (size === 0xffffffff || compressedSize === 0xffffffff || header === 0xffffffff) {
    const long = readZip64(view, at + 46 + nameLength, extraLength);
    if (size === 0xffffffff) size = long();
    if (compressedSize === 0xffffffff) compressedSize = long();
    if (header === 0xffffffff) header = long();
  }
  if (header + 30 > directory || view.getUint32(header, true) !== LOCAL)
    throw damaged(`the part ${name} is not where the list of parts says`);
  const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (data + compressedSize > directory) throw damaged(`the part ${name} is cut off`);
  const entry: ZipEntry = {
    name,
    nameBytes,
    flags,
    method,
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
    crc: view.getUint32(at + 16, true),
    size,
    externalAttributes: view.getUint32(at + 38, true),
    compressed: bytes.subarray(data, data + compressedSize),
  };
  return { entry, extent: { from: header, to: data + compressedSize }, next };
}

/** The 64-bit sizes, in the order in which the 32-bit fields overflowed. */
function readZip64(view: DataView, at: number, length: number): () => number {
  for (let field = at; field + 4 <= at + length;) {
    const fieldLength = view.getUint16(field + 2, true);
    const end = Math.min(field + 4 + fieldLength, at + length);
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      return () => {
        if (value + 8 > end) throw damaged("a 64-bit size is missing");
        value += 8;
        return readLong(view, value - 8);
      };
    }
    field = end;
  }
  throw damaged("a 64-bit size is missing");
}

function refuseBomb(entry: ZipEntry, total: number, limits: XlsxLimits): void {
  const bomb = (what: string) =>
    new XlsxError("unsafe", `The file was refused because it unpacks to far more than it holds: ${what}.`);
  if (entry.size > limits.partBytes) throw bomb(`the part ${entry.name} claims ${entry.size} bytes`);
  if (total > limits.totalBytes) throw bomb(`its parts claim more than ${limits.totalBytes} bytes`);
  if (entry.size > limits.ratioFrom && entry.size > limits.ratio * entry.compressed.length)
    throw bomb(`the part ${entry.name} claims ${entry.size} bytes from ${entry.compressed.length}`);
}

/** Overlapping entries let a small file claim the same bytes thousands of times (Fifield 2019, "A better zip bomb"). */
function refuseOverlap(extents: { from: number; to: number }[]): void {
  const sorted = [...extents].sort((a, b) => a.from - b.from);
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i]!.from < sorted[i - 1]!.to)
      throw new XlsxError("unsafe", "The file was refused because two of its parts lie over each other.");
}
