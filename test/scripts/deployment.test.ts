import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a configuration of webpack, which is no module of ours
const addin = require("../../scripts/webpack/addin.config.js") as (env: Record<string, unknown>) => {
  readonly mode?: string;
  readonly devtool?: unknown;
};

describe("a build for deployment", () => {
  test("without its address fails and says what to give", () => {
    expect(() => addin({ deploy: true })).toThrow(
      "A build for deployment needs the address it will be served from: --env url=https://...",
    );
  });
  test.each(["http://stock.example.com", "stock.example.com", "https://", true])(
    "is for https only, not for %s",
    (url) => expect(() => addin({ deploy: true, url })).toThrow("--env url must be an https address"),
  );
  test("with its address, and one for this machine without, are accepted", () => {
    expect(addin({ deploy: true, url: "https://stock.example.com/app/" })).toBeDefined();
    expect(addin({})).toBeDefined();
  });
});

describe("the pane's content security policy", () => {
  const page = readFileSync(join(root, "src/excel/taskpane.html"), "utf8");
  const policy = new Map(
    /Content-Security-Policy"\s+content="([^"]+)"/
      .exec(page)![1]
      .split("; ")
      .map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]),
  );
  test("compiles WebAssembly for the solver, never text", () => {
    expect(policy.get("script-src")).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      "https://appsforoffice.microsoft.com",
    ]);
    expect(policy.get("worker-src")).toEqual(["'self'"]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("default-src")).toEqual(["'self'"]);
  });
  test("only Office.js comes from elsewhere", () => {
    const scripts = [...page.matchAll(/<script src="([^"]+)"/g)].map((match) => match[1]);
    expect(scripts).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
  });
});
