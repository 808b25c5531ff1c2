import type { FunctionDefinition } from "./define";
import { parameterHelp } from "./metadata";

const helpLimit = 128;

/** What Excel would refuse or a reader would miss, one sentence a problem; empty when the catalogue is sound. */
export function checkCatalogue(catalogue: readonly FunctionDefinition[]): string[] {
  return [...catalogue.flatMap(checkFunction), ...collisions(catalogue)];
}

function checkFunction(definition: FunctionDefinition): string[] {
  const { name, summary, examples, source } = definition;
  const problems: string[] = [];
  const say = (problem: string) => problems.push(`${name}: ${problem}`);
  if (!/^[A-Z][A-Z0-9._]{2,63}$/.test(name))
    say("the name must be 3 to 64 capital letters, digits, periods or underscores");
  if (looksLikeAddress(name)) say("the name reads as a cell address");
  if (builtIn.has(name) && !sharedWithExcel.has(name))
    say("Excel has a built-in function of this name, which would win");
  if (summary.length > helpLimit)
    say(`the summary has ${summary.length} characters, Excel shows ${helpLimit}`);
  if (examples.length === 0) say("no example");
  if (source.length === 0) say("no source");
  let optionalBefore = "";
  for (const [key, argument] of Object.entries(definition.args)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) say(`the argument name ${key} must be in camel case`);
    if (parameterHelp(argument).length > helpLimit)
      say(`the help of ${key} is longer than ${helpLimit} characters`);
    if (argument.optional) optionalBefore = key;
    else if (optionalBefore !== "")
      say(`${key} is required but stands behind the optional ${optionalBefore}`);
  }
  for (const example of examples) {
    if (example.args.length > Object.keys(definition.args).length) say("an example has too many arguments");
  }
  return problems;
}

/** Files store dots as underscores, so A.B and A_B would be one function there. */
function collisions(catalogue: readonly FunctionDefinition[]): string[] {
  const seen = new Map<string, string>();
  return catalogue.flatMap(({ name }) => {
    const stored = name.replace(/\./g, "_");
    const other = seen.get(stored);
    seen.set(stored, name);
    return other === undefined ? [] : [`${name}: collides with ${other} in files`];
  });
}

function looksLikeAddress(name: string): boolean {
  return /^[A-Z]{1,3}[0-9]{1,7}$/.test(name) || /^R[0-9]*C[0-9]*$/.test(name);
}

/** Excel's own functions in the neighbourhood of our names. */
const builtIn = new Set(
  `AVERAGE CONFIDENCE CORREL COUNT FORECAST FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT
   FORECAST.LINEAR GROWTH LINEST LOGEST MEDIAN MODE NPV PERCENTILE POISSON POISSON.DIST RANK STDEV SUM TREND VAR
   GAMMA GAMMA.DIST GAMMA.INV NORM.DIST NORM.INV NEGBINOM.DIST SLOPE STEYX TEXT VALUE`.split(/\s+/),
);

/**
 * Names of ours that Excel has too, on purpose. Typed without the add-in's prefix, Excel's own function wins; ours is reached with the
 * prefix and through `stockbook eval`. FORECAST.ETS is what planners call the method, and its notes say which of the two answers.
 */
export const sharedWithExcel: ReadonlySet<string> = new Set(["FORECAST.ETS"]);
