import { strFromU8, unzipSync } from "fflate";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = ["soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** LibreOffice is the independent judge of files; where it is not installed, its tests are passed over. */
export const judge = program === undefined ? test.skip : test;

/** Comma, double quote, UTF-8, cells at full precision, a file for each sheet. */
export const allSheets = "44,34,76,1,,0,false,false,false,false,false,-1";

/**
 * A workbook as LibreOffice shows it in CSV, by name of the file it wrote: book.csv, or book-<sheet>.csv where the filter asks for all sheets.
 * @param filter options of its CSV export, from the separator on
 */
export function inLibreOffice(bytes: Uint8Array, filter: string): ReadonlyMap<string, string> {
  return converted(bytes, `csv:Text - txt - csv (StarCalc):${filter}`, (folder) => {
    const written = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(written.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  });
}

/** The charts of a workbook as LibreOffice understood them, in its own format. */
export function chartsInLibreOffice(bytes: Uint8Array): string[] {
  return converted(bytes, "ods", (folder) => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "book.ods"))));
    return Object.entries(parts).flatMap(([name, part]) =>
      /^Object [^/]*\/content\.xml$/.test(name) ? [strFromU8(part)] : [],
    );
  });
}

function converted<T>(bytes: Uint8Array, to: string, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "stockbook-judge-"));
  try {
    const book = join(folder, "book.xlsx");
    writeFileSync(book, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = ["--headless", profile, "--convert-to", to, "--outdir", folder, book];
    const { status, error } = spawnSync(program as string, args, { timeout: 150_000 });
    if (status !== 0) throw error ?? new Error(`LibreOffice ended with ${status}`);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
