import { Readable, Writable } from "node:stream";
import type { ExitCode } from "../../src/cli/command";
import { run } from "../../src/cli/stockbook";

export interface CommandAnswer {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly stdin?: string | Iterable<string>;
  /** Whether a person is looking at standard error. */
  readonly terminal?: boolean;
}

/** One command line in this process: the same code as the program, with streams that are read back. */
export async function runCommand(
  args: readonly string[],
  { stdin = "", terminal = false }: Surroundings = {},
): Promise<CommandAnswer> {
  const stdout = new Collector();
  const stderr = new Collector();
  const input = Readable.from(typeof stdin === "string" ? [stdin] : stdin);
  const streams = { stdin: input, stdout, stderr: Object.assign(stderr, { isTTY: terminal }) };
  const code = await run(args, streams);
  return { code, out: stdout.text, err: stderr.text };
}

class Collector extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
