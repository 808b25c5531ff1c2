import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "./scores";
import type { ScoredSeries } from "./series-files";

export const rMethods = ["ets", "thetaf"] as const;
export type RMethod = (typeof rMethods)[number];

const script = `
suppressMessages(library(forecast))
options(warn = -1)
args <- commandArgs(TRUE)
lines <- readLines(args[1])
for (line in lines) {
  parts <- strsplit(line, ";")[[1]]
  y <- ts(as.numeric(strsplit(parts[3], ",")[[1]]), frequency = as.integer(parts[1]))
  h <- as.integer(parts[2])
  started <- sum(proc.time()[c("user.self", "sys.self")])
  f <- if (args[2] == "ets") forecast(ets(y), h = h, level = 95) else thetaf(y, h = h, level = 95)
  seconds <- sum(proc.time()[c("user.self", "sys.self")]) - started
  numbers <- function(x) paste(format(as.numeric(x), digits = 15), collapse = ",")
  cat(numbers(f$mean), numbers(f$lower), numbers(f$upper), seconds, sep = ";")
  cat("\\n")
}
`;

/** Whether R and its forecast package are here; without them the columns of R are left out. */
export function hasR(): boolean {
  try {
    execFileSync("Rscript", ["-e", "library(forecast)"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** R's forecasts with 95 % intervals. Answers are kept in the temporary folder, by content, since R's ets is slow. */
export function rForecasts(method: RMethod, series: readonly ScoredSeries[]): Answer[] {
  const folder = join(tmpdir(), "stockbook-accuracy");
  mkdirSync(folder, { recursive: true });
  const cacheFile = join(folder, `${method}.json`);
  const cache: Record<string, Answer> = existsSync(cacheFile)
    ? (JSON.parse(readFileSync(cacheFile, "utf8")) as Record<string, Answer>)
    : {};
  const lines = series.map(({ m, h, train }) => `${m};${h};${train.join(",")}`);
  const keys = lines.map((line) => createHash("sha256").update(line).digest("hex"));
  const missing = keys.flatMap((key, i) => (key in cache ? [] : [i]));
  if (missing.length > 0) {
    const input = join(folder, "series.txt");
    const program = join(folder, "forecasts.R");
    writeFileSync(input, missing.map((i) => lines[i]).join("\n") + "\n");
    writeFileSync(program, script);
    const output = execFileSync("Rscript", [program, input, method], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const answers = output.trim().split("\n").map(parseAnswer);
    missing.forEach((i, j) => (cache[keys[i]] = answers[j]));
    writeFileSync(cacheFile, JSON.stringify(cache));
  }
  return keys.map((key) => cache[key]);
}

function parseAnswer(line: string): Answer {
  const [point, low, high, seconds] = line.split(";");
  const numbers = (text: string) => text.split(",").map(Number);
  return { point: numbers(point), low: numbers(low), high: numbers(high), seconds: Number(seconds) };
}
