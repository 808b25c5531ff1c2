import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, findFunction } from "../../src/functions/catalogue";
import { functionsFile, parameterHelp, usage } from "../../src/functions/metadata";
import { inCell, referencePages } from "../../src/functions/reference";

const file = functionsFile(catalogue);

test("functions.json is fresh: run npm run generate", () => {
  const committed = readFileSync(join(__dirname, "../../src/functions/functions.json"), "utf8");
  expect(JSON.parse(committed)).toEqual(file);
});

test("each function has the parameters of its declaration, optional ones last", () => {
  for (const { id, name, parameters } of file.functions) {
    expect(name).toBe(id);
    expect(parameters.map((parameter) => parameter.name)).toEqual(Object.keys(findFunction(id)?.args ?? {}));
    const firstOptional = parameters.findIndex(({ optional }) => optional);
    const required = parameters.filter(({ optional }) => !optional).length;
    expect(firstOptional === -1 || firstOptional === required).toBe(true);
  }
});

test("help fits Excel's 128 characters", () => {
  for (const { description, parameters } of file.functions) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text.length).toBeLessThanOrEqual(128);
    }
  }
});

test("usage and help read as a planner expects", () => {
  const toPeriods = findFunction("to.periods");
  expect(toPeriods).toBeDefined();
  if (toPeriods === undefined) return;
  expect(usage(toPeriods)).toBe('TO.PERIODS(days, [bucket="M"], [workdays])');
  expect(parameterHelp(toPeriods.args.bucket)).toBe(
    'Time bucket: day, week, month or quarter (text); default "M"',
  );
});

test("every function has a page and a line in the index", () => {
  const pages = referencePages(catalogue);
  expect(pages.size).toBe(catalogue.length + 1);
  for (const { name } of catalogue) expect(pages.get("README.md")).toContain(`\`${name}\``);
});

test("values are shown as they are typed in a cell", () => {
  expect(
    inCell([
      [1, "A"],
      [true, null],
    ]),
  ).toBe('{1,"A";TRUE,}');
});
