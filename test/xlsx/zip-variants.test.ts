import { unzipSync, Zip, ZipDeflate, ZipPassThrough, type ZipInputFile } from "fflate";
import { openPackage, readWorkbook, writeCells } from "../../src/xlsx";
import { handMade, SHEET } from "./hand-made";

const book = handMade({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
const edits = [{ sheet: "Plan", cells: [{ row: 0, column: 0, value: 2 }] }];

function expectReadable(bytes: Uint8Array): void {
  expect(readWorkbook(openPackage(bytes)).sheets[0]!.cells[0]!.value).toBe(1);
  const written = writeCells(openPackage(bytes), edits);
  // fflate, as another reader, finds the same parts in what we write.
  const [before, after] = [unzipSync(book), unzipSync(written)];
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const name of Object.keys(before)) if (name !== SHEET) expect(after[name]).toEqual(before[name]);
  expect(readWorkbook(openPackage(written)).sheets[0]!.cells[0]!.value).toBe(2);
}

/** Writers that stream put the sizes behind the data, in a "data descriptor". */
function streamed(entry: (name: string) => ZipInputFile & { push(bytes: Uint8Array, final: boolean): void }) {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, content] of Object.entries(unzipSync(book))) {
    const file = entry(name);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

test("sizes behind the data", () => {
  const bytes = streamed((name) => new ZipDeflate(name));
  expect(bytes[6]! & 8).toBe(8);
  expectReadable(bytes);
});

test("parts that are not compressed", () => expectReadable(streamed((name) => new ZipPassThrough(name))));

test("64-bit sizes, as some writers always use", () => expectReadable(asZip64(book)));

test("a comment behind the directory", () => {
  const bytes = new Uint8Array(book.length + 5);
  bytes.set(book);
  bytes[book.length - 2] = 5;
  expectReadable(bytes);
});

/** The same archive with every size and place of the directory in its 64-bit form (APPNOTE 4.3.14, 4.3.15, 4.5.3). */
function asZip64(bytes: Uint8Array): Uint8Array {
  const old = Buffer.from(bytes);
  const end = old.length - 22;
  const start = old.readUInt32LE(end + 16);
  const count = old.readUInt16LE(end + 10);
  const entries: Buffer[] = [];
  for (let at = start, i = 0; i < count; i++) {
    const nameEnd = at + 46 + old.readUInt16LE(at + 28);
    const entry = Buffer.from(old.subarray(at, nameEnd));
    const long = Buffer.alloc(28);
    long.writeUInt16LE(1, 0);
    long.writeUInt16LE(24, 2);
    long.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
    long.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
    long.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
    for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field);
    // Another extra field in front: it has to be stepped over.
    entry.writeUInt16LE(6 + long.length, 30);
    entry.writeUInt16LE(0, 32);
    entries.push(entry, Buffer.from([0x99, 0x99, 2, 0, 1, 1]), long);
    at = nameEnd + old.readUInt16LE(at + 30) + old.readUInt16LE(at + 32);
  }
  const directory = Buffer.concat(entries);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.alloc(22, 0xff);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(0, 20);
  return new Uint8Array(Buffer.concat([old.subarray(0, start), directory, end64, locator, last]));
}
