/** Writes the sample workbooks of assets/samples. Run: npx tsx scripts/make-sample.ts [name] */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calcCommand } from "../src/cli/calc";
import { buildSample } from "./sample/build-sample";
import { buildCompany } from "./sample/company/build-company";

const samples = { "spare-parts.xlsx": buildSample, "company.xlsx": buildCompany };

/** The results come from the command line's calculator, so that what a file shows is what it calculates. */
async function writeSamples(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stockbook-sample-"));
  try {
    for (const [name, build] of Object.entries(samples)) {
      if (process.argv.length > 2 && !process.argv.includes(name)) continue;
      const plain = join(folder, name);
      writeFileSync(plain, build());
      const target = join(__dirname, "../assets/samples", name);
      const code = await calcCommand.run([plain, target], process);
      if (code !== 0) process.exitCode = code;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void writeSamples();
