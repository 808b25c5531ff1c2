/** Writes assets/samples/spare-parts.xlsx, the workbook the workbench opens first. Run: npx tsx scripts/make-sample.ts */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calcCommand } from "../src/cli/calc";
import { buildSample } from "./sample/build-sample";

/** The results come from the command line's calculator, so that what the file shows is what it calculates. */
async function writeSample(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stockbook-sample-"));
  try {
    const plain = join(folder, "plain.xlsx");
    writeFileSync(plain, buildSample());
    const target = join(__dirname, "../assets/samples/spare-parts.xlsx");
    process.exitCode = await calcCommand.run([plain, target], process);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void writeSample();
