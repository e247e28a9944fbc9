/** `npm run --silent cli -- COMMAND`: exit code 0, 1 (faults found) or 2 (bad use). */
import { runCli } from "./runCli.ts";

// A reader that closes early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { output, errors, exitCode } = await runCli(process.argv.slice(2));
if (errors !== "") process.stderr.write(errors.endsWith("\n") ? errors : `${errors}\n`);
if (output !== "") process.stdout.write(output.endsWith("\n") ? output : `${output}\n`);
process.exitCode = exitCode;
