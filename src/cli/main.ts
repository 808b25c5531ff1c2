import { run } from "./stockbook";

// A reader that has seen enough, such as head, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

void run(process.argv.slice(2), process).then((code) => {
  // What is written has to leave first; what the calculation engine still holds open must not keep us.
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
});
