/** Sizes of the bundles, plain and as sent (gzip), against Office.js, which every add-in loads. Needs `npm run build`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = join(__dirname, "../..");
const office = join(root, "node_modules/@microsoft/office-js/dist");

interface Part {
  readonly name: string;
  readonly files: readonly string[];
}

const parts: readonly Part[] = [
  {
    name: "Office.js with Excel's part, the baseline",
    files: ["office.js", "excel-web-16.00.js"].map((file) => join(office, file)),
  },
  { name: "add-in: functions", files: scripts("dist/addin", (file) => file === "functions.js") },
  {
    name: "add-in: pane, loaded at start",
    files: scripts("dist/addin", (file) => linked("dist/addin/taskpane.html", file)),
  },
  { name: "add-in: all, with what is loaded when needed", files: scripts("dist/addin") },
  { name: "workbench page", files: scripts("dist/workbench") },
  { name: "command line", files: scripts("dist/cli") },
];

let baseline = 0;
for (const { name, files } of parts) {
  if (files.length === 0) {
    console.log(`${name}: not built, run npm run build`);
    continue;
  }
  const contents = files.map((file) => readFileSync(file));
  const plain = contents.reduce((sum, content) => sum + content.length, 0);
  const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  baseline ||= packed;
  console.log(
    `${name.padEnd(46)} ${kilobytes(plain)} kB, gzip ${kilobytes(packed)} kB, ${(packed / baseline).toFixed(2)} of Office.js`,
  );
}

function scripts(folder: string, wanted: (file: string) => boolean = () => true): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && wanted(file))
    .map((file) => join(path, file));
}

function linked(page: string, file: string): boolean {
  return readFileSync(join(root, page), "utf8").includes(`src="${file}"`);
}

function kilobytes(bytes: number): string {
  return Math.round(bytes / 1000)
    .toLocaleString("en")
    .padStart(7);
}
