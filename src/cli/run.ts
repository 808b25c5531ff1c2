import manifest from "../../package.json";
import { analyses, findAnalysis } from "../analyses";
import type { Analysis } from "../analyses/define-analysis";
import { newRunId, runRecord } from "../analyses/run-record";
import { PlanningError } from "../engine/errors";
import { runsTable, type Issue } from "../workbook/tables";
import type { Progress } from "../worker/pool";
import { openPackage, writeTable } from "../xlsx";
import { optionConfig, optionHelp, readOptions } from "./analysis-options";
import { parse } from "./arguments";
import { CommandError, UsageError, write, type Command, type CommandStreams } from "./command";
import { refuseSameFile, writeAtomically } from "./files";
import { nodePool } from "./node-pool";
import { lineOn } from "./progress";
import { openWorkbook } from "./workbook-file";
import { issuesEdit, runEdit, tableContents, tableEdits } from "./workbook-tables";

const mostListed = 20;

export const runCommand: Command = {
  name: "run",
  summary: "run an analysis over the tables of an Excel workbook",
  help: `stockbook run ANALYSIS IN.xlsx OUT.xlsx [--issues] [--run-id=TEXT] [options]

Reads the Excel tables of IN.xlsx with the values stored in them, and writes a copy with the results in its tables: those
that are there are filled anew, others are made, each on a sheet of its own. Columns that are not ours stay with their
rows. All else in the file stays as it is, byte for byte. IN.xlsx is not touched. Formulas that read the results are
calculated by Excel, or by stockbook calc.

--issues        also write the table Issues: every cell that could not be used, and why
--run-id=TEXT   name of the run in what it writes; by default the analysis and the moment

${analyses.map(analysisHelp).join("\n")}
Exit code: 0 when all rows were used, 1 when there are issues, 2 when no file was written.
`,
  run: async ([id, ...args], streams) => {
    if (id === undefined) throw new UsageError("the name of an analysis is missing");
    const analysis = findAnalysis(id);
    if (analysis === undefined) {
      throw new UsageError(
        `there is no analysis ${id}; there is ${analyses.map((one) => one.id).join(", ")}`,
      );
    }
    const own = { issues: { type: "boolean" }, "run-id": { type: "string" } } as const;
    const parsed = parse(args, { ...optionConfig(analysis), ...own }, ["IN.xlsx", "OUT.xlsx"]);
    const startedAt = new Date();
    const runId = parsed.text("run-id") ?? newRunId(analysis, startedAt);
    const options = { ...today(analysis, startedAt), ...readOptions(analysis, parsed.text) };
    const [input, output] = parsed.positionals;
    await refuseSameFile(input, output);
    const file = await openWorkbook(input);
    const contents = tableContents(file.content);
    const outcome = await analyse(analysis, contents, options, runId, streams);
    const facts = { runId, options, version: manifest.version, by: "command line", startedAt };
    const edits = tableEdits(analysis, outcome, file.content);
    if (analysis.writes.includes(runsTable))
      edits.push(runEdit(runRecord(analysis, outcome, facts), contents));
    if (parsed.flag("issues")) edits.push(issuesEdit(outcome.issues));
    let { pkg } = file;
    for (const edit of edits) pkg = openPackage(writeTable(pkg, edit, file.codec));
    await writeAtomically(output, pkg.toBytes());
    await write(streams.stdout, `${outcome.summary}\n`);
    tellIssues(outcome.issues, streams.stderr);
    return outcome.issues.length === 0 ? 0 : 1;
  },
};

async function analyse(
  analysis: Analysis,
  tables: ReturnType<typeof tableContents>,
  options: Record<string, unknown>,
  runId: string,
  streams: CommandStreams,
) {
  const line = lineOn(streams.stderr);
  const onProgress = ({ share, text }: Progress) => line.show(`${Math.round(100 * share)} %  ${text}`);
  try {
    return await nodePool(streams).analyse(analysis, tables, { options, runId, onProgress });
  } catch (thrown) {
    throw thrown instanceof PlanningError ? new CommandError(thrown.message) : thrown;
  } finally {
    line.end();
  }
}

/** Analyses that depend on the day are told it, unless the command line does. */
function today({ options }: Analysis, now: Date): Record<string, unknown> {
  if (!("asOf" in options)) return {};
  const two = (part: number) => String(part).padStart(2, "0");
  return { asOf: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` };
}

function tellIssues(issues: readonly Issue[], stderr: CommandStreams["stderr"]): void {
  const lines = issues
    .slice(0, mostListed)
    .map(({ table, row, message }) => `${table}${row === 0 ? "" : ` row ${row}`}: ${message}\n`);
  stderr.write(lines.join(""));
  if (issues.length > mostListed) {
    stderr.write(
      `... and ${issues.length - mostListed} more issues; --issues writes all of them to a table\n`,
    );
  }
}

function analysisHelp(analysis: Analysis): string {
  const { id, summary, notes = [], reads, writes } = analysis;
  const tables = Object.values(reads).map(
    ({ schema, required }) => schema.name + (required ? "" : " (if there)"),
  );
  return [
    `${id}\n    ${summary}\n`,
    ...notes.map((note) => `    ${note}\n`),
    `    reads ${tables.join(", ")}; writes ${writes.map(({ name }) => name).join(", ")}\n`,
    optionHelp(analysis),
  ].join("");
}
