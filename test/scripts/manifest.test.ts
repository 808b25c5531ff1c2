import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { deployedManifest, unifiedManifest } from "../../scripts/manifest";

const root = join(__dirname, "../..");
const source = readFileSync(join(root, "manifest.xml"), "utf8");
const url = "https://stock.example.com/app";

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
}

function parse(xml: string): Element {
  const document: Element = { name: "", attributes: {}, children: [] };
  const open = [document];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return document.children[0];
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : []).concat(all(child, name)));
}

const names = (element: Element) => element.children.map((child) => child.name);

describe.each([
  ["unprefixed", undefined],
  ["prefixed", "INV"],
])("manifest.xml, %s", (_, namespace) => {
  const xml = deployedManifest(source, { url, namespace });
  const manifest = parse(xml);
  const host = all(all(manifest, "VersionOverrides")[0], "Host")[0];

  test("parts stand in the order that Excel wants", () => {
    expect(names(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    const point = all(host, "AllFormFactors")[0].children[0];
    expect(names(point)).toEqual([
      "Script",
      "Page",
      "Metadata",
      ...(namespace === undefined ? [] : ["Namespace"]),
    ]);
  });
  test("one shared runtime: pane, functions and commands use the same page", () => {
    const runtime = all(host, "Runtime")[0];
    expect(runtime.attributes).toEqual({ resid: "Taskpane.Url", lifetime: "long" });
    const pages = [
      all(all(host, "Page")[0], "SourceLocation")[0],
      all(host, "FunctionFile")[0],
      all(all(host, "Action")[0], "SourceLocation")[0],
    ];
    for (const page of pages) expect(page.attributes.resid).toBe("Taskpane.Url");
    expect(all(host, "TaskpaneId")).toEqual([]);
  });
  test("every resid is defined once, is short enough, and every defined one is used", () => {
    const resources = all(manifest, "Resources")[0];
    const defined = resources.children.flatMap((group) => group.children.map((child) => child.attributes.id));
    const used = [...xml.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(defined).size).toBe(defined.length);
    expect(new Set(used)).toEqual(new Set(defined));
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });
  test("addresses are https at the deployed place, icons exist", () => {
    const addresses = [...xml.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => match[1]);
    for (const address of addresses) expect(address.startsWith(`${url}/`)).toBe(true);
    for (const icon of addresses.filter((address) => address.endsWith(".png"))) {
      expect(existsSync(join(root, icon.slice(url.length + 1)))).toBe(true);
    }
    expect(addresses).toContain(`${url}/functions.json`);
    expect(xml).not.toContain("localhost");
  });
  test("texts fit: 125 for a short string, 250 for a long one", () => {
    for (const text of all(manifest, "bt:ShortStrings")[0].children) {
      expect(text.attributes.DefaultValue.length).toBeLessThanOrEqual(125);
    }
    for (const text of all(manifest, "bt:LongStrings")[0].children) {
      expect(text.attributes.DefaultValue.length).toBeLessThanOrEqual(250);
    }
  });
  test("unified manifest is valid by Microsoft's schema, offline", () => {
    const manifest = unifiedManifest(source, { url, namespace }) as Record<string, unknown>;
    expect(schemaErrors(manifest)).toEqual([]);
    expect(schemaErrors({ ...manifest, extensions: [{ runtimes: [{ id: "x" }] }] })).not.toEqual([]);
  });
});

/** Microsoft's own validator with the schema its package carries; it is an ES module that jest cannot load. */
function schemaErrors(manifest: unknown): string[] {
  const schema = "@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json";
  const script = `const { ManifestUtil } = require("@microsoft/app-manifest");
    const manifest = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    ManifestUtil.validateManifestAgainstSchema(manifest, require("${schema}"))
      .then((errors) => console.log(JSON.stringify(errors)));`;
  const input = JSON.stringify(manifest);
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, input, encoding: "utf8" }));
}

test.each(["inv", "A", "1X", "IN V"])("the namespace %s is refused", (namespace) => {
  expect(() => deployedManifest(source, { url, namespace })).toThrow(/namespace must be/);
});
