import type { Readable, Writable } from "node:stream";

/** 0: all well. 1: done, and there is something to look at. 2: not done. */
export type ExitCode = 0 | 1 | 2;

export interface CommandStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  readonly run: (args: readonly string[], streams: CommandStreams) => Promise<ExitCode>;
}

/** Something the user can put right; the message says what it is. */
export class CommandError extends Error {}

/** The command was called in a way it cannot follow. */
export class UsageError extends CommandError {}

/** Writes and waits where the reader is slower than we are. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise((resolve) => stream.once("drain", resolve));
}
