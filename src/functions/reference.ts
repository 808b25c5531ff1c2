import { citationText } from "../engine/sources";
import { families, type Example, type ExampleValue, type FunctionDefinition } from "./define";
import { documentName, usage } from "./metadata";

/** The function reference, one Markdown page a function and an index, derived from the declarations. */
export function referencePages(catalogue: readonly FunctionDefinition[]): Map<string, string> {
  const pages = new Map<string, string>();
  pages.set("README.md", indexPage(catalogue));
  for (const definition of catalogue) pages.set(`${documentName(definition)}.md`, functionPage(definition));
  return pages;
}

const familyTitles: Record<(typeof families)[number], string> = {
  demand: "Demand preparation",
  forecast: "Forecast",
  accuracy: "Forecast error",
  segmentation: "Classes and service",
  "safety-stock": "Safety stock",
  replenishment: "Replenishment",
  supply: "Supply",
  network: "Network",
  kpi: "Key figures",
  valuation: "Valuation, ageing, excess and obsolete",
  control: "Control",
  risk: "Risk",
};

function indexPage(catalogue: readonly FunctionDefinition[]): string {
  const sections = families.flatMap((family) => {
    const members = catalogue.filter((definition) => definition.family === family);
    if (members.length === 0) return [];
    const lines = members.map(
      (definition) => `| [\`${definition.name}\`](${documentName(definition)}.md) | ${definition.summary} |`,
    );
    return [`## ${familyTitles[family]}\n\n| function | what it does |\n|---|---|\n${lines.join("\n")}\n`];
  });
  return `# Function reference\n\n${generatedNote}\n\n${rulesForAll}\n\n${sections.join("\n")}`;
}

const generatedNote =
  "Generated from the declarations in `src/functions`; `npm run generate` writes it anew.";

const rulesForAll = `## Rules for every function

- Optional arguments stand in brackets; leave them out or blank for the default. Text options take any case.
- A series is one row or one column, oldest to newest, and the answer runs the same way. A block is one series per row: one formula serves the whole portfolio.
- Where "a column of items" is allowed, any single value may be a column or a row; the answer spills one entry per item, single values serve all items, a bad row returns its own error.
- A text first cell is a header and is skipped. Blanks before the first and after the last number are ignored; a blank inside is missing, not zero.
- Service levels and rates are fractions: 0.95 and 95% are the same number.
- Errors: #VALUE! for invalid input, #N/A for too little data or no solution, both with a message; #DIV/0! for a zero denominator.`;

function functionPage(definition: FunctionDefinition): string {
  const args = Object.entries(definition.args).map(([name, argument]) => {
    const fallback = argument.optional ? argument.defaultText : "required";
    return `| \`${name}\` | ${argument.label} | ${argument.unit} | ${escape(argument.rule)} | ${escape(fallback)} |`;
  });
  const parts = [
    `# ${definition.name}`,
    definition.summary,
    "```\n=" + usage(definition) + "\n```",
    `| argument | what | unit | rule | default |\n|---|---|---|---|---|\n${args.join("\n")}`,
    `**Returns** ${returnsText(definition)}`,
    ...(definition.vector
      ? ["Any single value may be a column of items; the answer then has one entry per item."]
      : []),
    ...(definition.notes ?? []),
    `## Examples\n\n| formula | answer | where the number comes from |\n|---|---|---|\n${definition.examples
      .map((example) => exampleLine(definition, example))
      .join("\n")}`,
    `## Source\n\n${definition.source.map((citation) => `- ${citationText(citation)}`).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function returnsText({ returns }: FunctionDefinition): string {
  const columns = returns.columns === undefined ? "" : `: ${returns.columns.join(", ")}`;
  return `${returns.label} (${returns.unit})${columns}.`;
}

function exampleLine(definition: FunctionDefinition, example: Example): string {
  const { formula, answer } = exampleInCell(definition, example);
  return `| \`${escape(formula)}\` | ${escape(answer)} | ${escape(example.from)} |`;
}

/** An example as it is typed into a cell, and what the cell then shows. */
export function exampleInCell(
  definition: FunctionDefinition,
  { args, returns }: Example,
): { readonly formula: string; readonly answer: string } {
  const answer =
    typeof returns === "object" && returns !== null && "error" in returns
      ? `${returns.error}${returns.message === undefined ? "" : ` ${returns.message}`}`
      : inCell(returns as ExampleValue);
  return { formula: `=${definition.name}(${args.map(inCell).join(", ")})`, answer };
}

/** A value as typed in a cell: text in quotes, rows as an array constant. */
export function inCell(value: ExampleValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return `{${value.map((row) => row.map(inCell).join(",")).join(";")}}`;
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

function escape(text: string): string {
  return text.replace(/\|/g, "\\|");
}
