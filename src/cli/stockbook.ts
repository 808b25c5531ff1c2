import manifest from "../../package.json";
import { CommandError, UsageError, write, type Command, type CommandStreams, type ExitCode } from "./command";

const { version } = manifest;

/** Loaded when called: a calculation engine is not started to print a list. */
const commands: readonly { readonly name: string; readonly load: () => Promise<Command> }[] = [
  { name: "calc", load: async () => (await import("./calc")).calcCommand },
  { name: "eval", load: async () => (await import("./eval")).evalCommand },
  { name: "freeze", load: async () => (await import("./freeze")).freezeCommand },
  { name: "functions", load: async () => (await import("./functions")).functionsCommand },
  { name: "run", load: async () => (await import("./run")).runCommand },
  { name: "unfreeze", load: async () => (await import("./freeze")).unfreezeCommand },
  { name: "verify", load: async () => (await import("./verify")).verifyCommand },
];

const usage = `stockbook ${version}: inventory planning functions, in Excel workbooks and on the command line

  stockbook calc IN.xlsx OUT.xlsx [--values] [--blanks=zero|null]   calculate a workbook into a new file
  stockbook verify IN.xlsx [--blanks=zero|null]                     compare stored values with calculated ones
  stockbook run ANALYSIS IN.xlsx OUT.xlsx [options]                 fill tables of a workbook: classes, ...
  stockbook freeze IN.xlsx OUT.xlsx                                 values in place of our formulas, for sharing
  stockbook unfreeze IN.xlsx OUT.xlsx                               the formulas back
  stockbook eval                                                    answer function calls, one JSON line each
  stockbook functions [--json]                                      list the functions
  stockbook help [COMMAND]                                          say more about a command
`;

/** Runs one command line; never throws. */
export async function run(args: readonly string[], streams: CommandStreams): Promise<ExitCode> {
  const { stdout, stderr } = streams;
  const [name = "help", ...rest] = args;
  try {
    if (name === "--version" || name === "-v") {
      await write(stdout, `${version}\n`);
      return 0;
    }
    const wantsHelp = ["help", "--help", "-h"].includes(name);
    const command = commands.find((candidate) => candidate.name === (wantsHelp ? rest[0] : name));
    if (command === undefined) {
      const known = wantsHelp && rest.length === 0;
      await write(
        known ? stdout : stderr,
        known ? usage : `unknown command ${wantsHelp ? rest[0] : name}\n\n${usage}`,
      );
      return known && args.length > 0 ? 0 : 2;
    }
    const { help, run } = await command.load();
    if (wantsHelp || rest.includes("--help") || rest.includes("-h")) {
      await write(stdout, help);
      return 0;
    }
    return await run(rest, streams);
  } catch (thrown) {
    await write(stderr, `stockbook ${name}: ${sentence(thrown)}\n`);
    if (thrown instanceof UsageError) await write(stderr, `Try: stockbook help ${name}\n`);
    return 2;
  }
}

/** Errors meant for the user speak for themselves; any other is a fault of ours and shows where it happened. */
function sentence(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown instanceof CommandError || thrown.name === "XlsxError"
    ? thrown.message
    : (thrown.stack ?? thrown.message);
}
