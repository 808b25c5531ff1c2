/** Writes what derives from the declarations, or with --check says what is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { catalogue } from "../src/functions/catalogue";
import { checkCatalogue } from "../src/functions/metadata-checks";
import { functionsFile } from "../src/functions/metadata";
import { referencePages } from "../src/functions/reference";
import { tablesMarkdown } from "../src/workbook/tables";

const root = join(__dirname, "..");
const check = process.argv.includes("--check");

const problems = checkCatalogue(catalogue);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

const files = new Map<string, string>();
files.set("src/functions/functions.json", `${JSON.stringify(functionsFile(catalogue), null, 2)}\n`);
files.set("docs/tables.md", tablesMarkdown());
for (const [name, page] of referencePages(catalogue)) files.set(`docs/functions/${name}`, page);

const folder = join(root, "docs/functions");
mkdirSync(folder, { recursive: true });
const orphans = readdirSync(folder).filter((name) => !files.has(`docs/functions/${name}`));
const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);

if (check) {
  if (stale.length + orphans.length > 0) {
    console.error(`Stale generated files: ${[...stale, ...orphans].join(", ")}. Run: npm run generate`);
    process.exit(1);
  }
} else {
  for (const name of orphans) rmSync(join(folder, name));
  for (const name of stale) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), files.get(name) as string);
  }
  console.log(stale.length === 0 ? "Generated files were fresh." : `Wrote ${stale.length} files.`);
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(root, name), "utf8");
  } catch {
    return undefined;
  }
}
