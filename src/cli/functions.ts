import { citationText } from "../engine/sources";
import { catalogue } from "../functions/catalogue";
import { families, type FunctionDefinition } from "../functions/define";
import { usage } from "../functions/metadata";
import { exampleInCell } from "../functions/reference";
import { parse } from "./arguments";
import { write, type Command } from "./command";

export const functionsCommand: Command = {
  name: "functions",
  summary: "list the functions with their arguments, units and examples",
  help: `stockbook functions [--json]

Lists every function: what it does, its arguments with unit, rule and default, and an example.

--json   everything the catalogue knows, as one JSON array

Exit code: 0 when listed, 2 when the options are not understood.
`,
  run: async (args, { stdout }) => {
    const { flag } = parse(args, { json: { type: "boolean" } }, []);
    await write(stdout, flag("json") ? `${JSON.stringify(catalogue.map(described), null, 2)}\n` : listing());
    return 0;
  },
};

function described(definition: FunctionDefinition) {
  const { name, family, summary, notes = [], vector, returns, examples, source } = definition;
  return {
    name,
    family,
    summary,
    usage: usage(definition),
    arguments: Object.entries(definition.args).map(([key, argument]) => ({
      name: key,
      label: argument.label,
      unit: argument.unit,
      rule: argument.rule,
      shape: argument.shape,
      optional: argument.optional,
      ...(argument.optional ? { default: argument.defaultText } : {}),
      ...(argument.choices === undefined ? {} : { choices: argument.choices }),
    })),
    acceptsColumns: vector,
    returns,
    notes,
    examples,
    source: source.map(citationText),
  };
}

function listing(): string {
  return families
    .map((family) => catalogue.filter((definition) => definition.family === family))
    .filter((members) => members.length > 0)
    .map((members) => members.map(entry).join("\n"))
    .join("\n");
}

function entry(definition: FunctionDefinition): string {
  const args = Object.entries(definition.args).map(([name, { label, unit, optional, defaultText }]) => {
    const fallback = optional ? `, default ${defaultText}` : "";
    return `    ${name.padEnd(16)} ${label} (${unit}${fallback})\n`;
  });
  const { formula, answer } = exampleInCell(definition, definition.examples[0]);
  const example = `    Example: ${formula}  gives ${answer}\n`;
  return `${usage(definition)}\n  ${definition.summary}\n${args.join("")}${example}`;
}
