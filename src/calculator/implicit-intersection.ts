import { parseCell } from "../xlsx/a1";
import { isFunctionAt, tokenize, type Token } from "../xlsx/formula/formula-tokens";

/** Functions of single values: a range in one of their arguments meant the cell in the formula's own row or column. */
const ofSingleValues = new Set(
  (
    "ABS ACOS ASIN ATAN ATAN2 CEILING CHAR CODE CONCATENATE COS DATE DATEDIF DATEVALUE DAY DAYS EDATE EOMONTH EVEN " +
    "EXACT EXP FACT FIND FIXED FLOOR HOUR IF IFERROR IFNA INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNUMBER " +
    "ISODD ISTEXT LEFT LEN LN LOG LOG10 LOWER MID MINUTE MOD MONTH NOT ODD POWER PROPER REPLACE REPT RIGHT ROUND " +
    "ROUNDDOWN ROUNDUP SEARCH SECOND SIGN SIN SQRT SUBSTITUTE TAN TEXT TIME TIMEVALUE TRIM TRUNC UPPER VALUE " +
    "WEEKDAY WEEKNUM YEAR"
  ).split(" "),
);
/** Functions that take ranges, except in these arguments. */
const singleArguments: Readonly<Record<string, readonly number[]>> = {
  VLOOKUP: [0, 2, 3],
  HLOOKUP: [0, 2, 3],
  LOOKUP: [0],
  MATCH: [0, 2],
  INDEX: [1, 2],
  OFFSET: [1, 2, 3, 4],
  COUNTIF: [1],
  SUMIF: [1],
  AVERAGEIF: [1],
  LARGE: [1],
  SMALL: [1],
  RANK: [0],
  CHOOSE: [0],
};

/** Functions that take whole arrays in every argument, and so calculate all that stands inside for every element. */
const ofArrays = new Set(
  (
    "SUMPRODUCT MMULT MDETERM MINVERSE TRANSPOSE LINEST LOGEST TREND GROWTH FREQUENCY MODE MODE.SNGL MODE.MULT CORREL COVAR " +
    "COVARIANCE.P COVARIANCE.S PEARSON RSQ SLOPE INTERCEPT STEYX SUMX2MY2 SUMX2PY2 SUMXMY2 PROB"
  ).split(" "),
);

interface Context {
  /** Inside an argument that is taken as an array: nothing means a single cell there, however deep. */
  readonly isArray: boolean;
  readonly isSingle: (argument: number) => boolean;
  argument: number;
}

/**
 * A formula that a file stores plainly, not as an array, gives one value: where it names a range in the place of a
 * value, the cell in its own row or column is meant. Excel shows that as "@"; here the "@" is put in.
 */
export function withIntersection(formula: string): string {
  const tokens = tokenize(formula.replace(/^=/, ""));
  const contexts: Context[] = [{ isArray: false, isSingle: () => true, argument: 0 }];
  let text = "";
  tokens.forEach((token, i) => {
    const context = contexts[contexts.length - 1];
    if (context.isSingle(context.argument) && startsRange(tokens, i)) text += "@";
    text += token.text;
    if (token.kind === "open") contexts.push(contextOf(tokens, i, context));
    else if (token.kind === "close" && contexts.length > 1) contexts.pop();
    else if (token.kind === "separator") context.argument++;
  });
  const mayBeArray = tokens.some(({ text }, i) => text === "{" || isFunctionAt(tokens, i));
  return mayBeArray ? `=@(${text})` : `=${text}`;
}

function contextOf(tokens: readonly Token[], open: number, around: Context): Context {
  if (around.isArray || tokens[open].text === "{") return arrayContext();
  if (!isFunctionAt(tokens, open - 1)) {
    const single = around.isSingle(around.argument);
    return { isArray: false, isSingle: () => single, argument: 0 };
  }
  const name = tokens[open - 1].text.replace(/^(?:_xlfn\.)/i, "").toUpperCase();
  if (ofArrays.has(name)) return arrayContext();
  const isElementwise = ofSingleValues.has(name);
  const places = singleArguments[name] ?? [];
  return { isArray: false, isSingle: (argument) => isElementwise || places.includes(argument), argument: 0 };
}

function arrayContext(): Context {
  return { isArray: true, isSingle: () => false, argument: 0 };
}

/** Whether a range, a table or a name begins here, which may be more than one cell. */
function startsRange(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind === "sheet" || before?.text === ":" || before?.text === "@") return false;
  const at = tokens[index].kind === "sheet" ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind === "bracket")
    return before?.kind !== "word" && before?.kind !== "bracket" && !/^\[@/.test(token.text);
  if (token?.kind === "number") return tokens[at + 1]?.text === ":";
  if (token?.kind !== "word" || isFunctionAt(tokens, at)) return false;
  const next = tokens[at + 1];
  if (next?.text === ":" || next?.text === "#") return true;
  if (next?.kind === "bracket") return !/^\[(?:@|\[#This Row\])/i.test(next.text);
  return parseCell(token.text) === undefined && !/^(?:true|false)$/i.test(token.text);
}
