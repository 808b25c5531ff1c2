import { readdirSync, readFileSync, existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { importRules } from "../scripts/import-rules.js";

const root = join(__dirname, "..");
const src = join(root, "src");

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const sourceFiles = filesBelow(src).filter((path) => /\.tsx?$/.test(path));
const imports: Import[] = sourceFiles.flatMap((path) => {
  const code = readFileSync(path, "utf8");
  const specifiers = [...code.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map((match) => match[1]);
  return specifiers.map((specifier) => ({
    from: relative(src, path),
    to: specifier.startsWith(".") ? relative(src, resolve(dirname(path), specifier)) : `package:${specifier}`,
  }));
});
/** Tells the version; it is no code of another folder. */
const ourManifest = "../package.json";
const folderOf = (path: string) => path.split("/")[0];

describe("who may import whom", () => {
  test.each(importRules)("$folder", ({ folder, mayImport, why }) => {
    const broken = imports.filter(
      ({ from, to }) =>
        folderOf(from) === folder &&
        !to.startsWith("package:") &&
        to !== ourManifest &&
        folderOf(to) !== folder &&
        !mayImport.includes(folderOf(to)),
    );
    expect({ why, broken }).toEqual({ why, broken: [] });
  });

  test("every folder of src stands in the table", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(importRules.map(({ folder }) => folder)).toEqual(
      expect.arrayContaining(folders.map(({ name }) => name)),
    );
  });

  test("a family of the engine imports another family's index only", () => {
    const free = new Set(["math", "errors", "sources"]);
    const broken = imports.filter(({ from, to }) => {
      const [layer, family] = from.split("/");
      const [toLayer, toFamily, ...inside] = to.split("/");
      if (layer !== "engine" || toLayer !== "engine" || family === toFamily || free.has(toFamily))
        return false;
      return inside.length > 0 && inside.join("/") !== "index";
    });
    expect(broken).toEqual([]);
  });

  test("engine needs nothing but elementary statistics and solvers", () => {
    const packages = imports
      .filter(({ from, to }) => folderOf(from) === "engine" && to.startsWith("package:"))
      .map(({ to }) => to.slice("package:".length));
    const allowed = ["simple-statistics", "javascript-lp-solver", "highs"];
    expect(packages.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test("no cycles", () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) {
      const target = sourceFiles
        .map((path) => relative(src, path))
        .find((path) => [`${to}.ts`, `${to}.tsx`, `${to}/index.ts`, `${to}/index.tsx`].includes(path));
      if (target !== undefined) next.set(from, [...(next.get(from) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of next.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe("Excel is at the edge", () => {
  const naming = (pattern: RegExp) =>
    sourceFiles.filter((path) => pattern.test(readFileSync(path, "utf8"))).map((path) => relative(src, path));

  test("one file calls Excel.run", () => {
    expect(naming(/\bExcel\.run\(/)).toEqual(["workbook/excel-workbook.ts"]);
  });
  test("one file names CustomFunctions.associate", () => {
    expect(naming(/\bCustomFunctions\.associate\(/)).toEqual(["functions/associate.ts"]);
  });
});

describe("house", () => {
  test("no file over 400 lines, none without a subject", () => {
    const large = sourceFiles.filter((path) => readFileSync(path, "utf8").split("\n").length > 401);
    const vague = sourceFiles.filter((path) => /\/(utils|helpers|types)\.tsx?$/.test(path));
    expect([...large, ...vague]).toEqual([]);
  });
  test("the grid's proprietary packages are not installed", () => {
    expect(existsSync(join(root, "node_modules/@univerjs-pro"))).toBe(false);
    expect(existsSync(join(root, "node_modules/@univerjs/presets"))).toBe(false);
  });
  test("every @univerjs package is the one pinned version", () => {
    const versions = readdirSync(join(root, "node_modules/@univerjs"))
      .filter((name) => !["icons", "protocol"].includes(name))
      .map(
        (name) =>
          JSON.parse(readFileSync(join(root, "node_modules/@univerjs", name, "package.json"), "utf8"))
            .version,
      );
    expect(new Set(versions)).toEqual(new Set(["0.25.1"]));
  });
  test("what ships is MIT-compatible", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const licences = Object.keys(dependencies).map((name) => [
      name,
      JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).license,
    ]);
    const compatible = ["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Unlicense", "0BSD"];
    expect(licences.filter(([, licence]) => !compatible.includes(licence))).toEqual([]);
  });
});
