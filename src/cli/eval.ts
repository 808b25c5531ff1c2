import { StringDecoder } from "node:string_decoder";
import { parse } from "./arguments";
import { write, type Command } from "./command";
import { Evaluator } from "./eval-request";
import { nodePool } from "./node-pool";

/** Longer lines are not held in memory. */
const longestLine = 64 * 1024 * 1024;
/** Answers are written together up to this many characters. */
const portion = 64 * 1024;

export const evalCommand: Command = {
  name: "eval",
  summary: "answer function calls from standard input, one JSON line each",
  help: `stockbook eval

Reads one call a line from standard input and writes one answer a line, in order:

  {"id":1,"fn":"SAFETYSTOCK","args":[50,5,6,0.9,2]}     {"id":1,"value":129.11...}

args     numbers, text, booleans, null for omitted or blank, arrays of rows for ranges
value    the answer, or rows where the function spills; "" is an empty cell
error    {"code":"#VALUE!","message":"..."} in place of value, or of a cell in the rows

A line that cannot be read is answered with an error; its id is null where none can be made out.
Exit code: 0 when the input has ended, 2 when it could not be read.
`,
  run: async (args, streams) => {
    const { stdin, stdout } = streams;
    parse(args, {}, []);
    const evaluator = new Evaluator(nodePool(streams).call);
    let answers = "";
    for await (const lines of linesOf(stdin)) {
      // Long calls of the lines that have arrived run side by side; their answers keep the order.
      const started = lines.filter((line) => line.trim() !== "").map((line) => evaluator.answer(line));
      for (const answer of started) {
        answers += `${await answer}\n`;
        if (answers.length < portion) continue;
        await write(stdout, answers);
        answers = "";
      }
      if (answers !== "") await write(stdout, answers);
      answers = "";
    }
    return 0;
  },
};

/** The complete lines of each piece of input as it arrives, so that a caller who waits for an answer gets it. */
async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder("utf8");
  let open: string[] = [];
  let length = 0;
  for await (const chunk of input) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    const last = pieces.pop() as string;
    if (pieces.length > 0) {
      pieces[0] = open.join("") + pieces[0];
      open = [];
      length = 0;
      yield pieces;
    }
    // What is beyond the limit is dropped; the line that is left is answered as not readable.
    if (length <= longestLine) open.push(last);
    length += last.length;
  }
  const rest = open.join("") + decoder.end();
  if (rest !== "") yield [rest];
}
