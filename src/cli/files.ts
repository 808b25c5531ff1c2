import { randomBytes } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { CommandError, UsageError } from "./command";

/** Fails with a sentence rather than a system code. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new CommandError(`cannot read ${path}: ${reason(thrown)}`);
  }
}

/** The input is never overwritten, whatever names or links lead to it. */
export async function refuseSameFile(input: string, output: string): Promise<void> {
  const [from, to] = await Promise.all([
    stat(input).catch(() => undefined),
    stat(output).catch(() => undefined),
  ]);
  if (to?.isDirectory()) throw new CommandError(`${output} is a folder`);
  if (from !== undefined && to !== undefined && from.dev === to.dev && from.ino === to.ino) {
    throw new UsageError("the result must go to another file than the input");
  }
  if (extname(input).toLowerCase() !== extname(output).toLowerCase()) {
    throw new UsageError(`the result must be named *${extname(input)}, as the input is`);
  }
}

/** All or nothing: written beside its place under another name, then put there in one step. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw new CommandError(`cannot write ${path}: ${reason(thrown)}`);
  }
}

function reason(thrown: unknown): string {
  const code = (thrown as { code?: unknown }).code;
  const known: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "no permission",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk cannot be written to",
  };
  return known[String(code)] ?? (thrown instanceof Error ? thrown.message : String(thrown));
}
