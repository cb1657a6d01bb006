import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The part of Vitest's JSON report that is counted. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** How many tests of a Vitest report passed and failed; skipped ones fail where nothing may be skipped. */
export function countTests(
  report: Report,
  { exitCode, maySkip }: { exitCode: number; maySkip: (fullName: string) => boolean },
): { passed: number; failed: number; skipped: readonly string[] } {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  const skipped = tests.filter((test) => !["passed", "failed"].includes(test.status)).map((test) => test.fullName);
  const passed = tests.filter((test) => test.status === "passed").length;
  const failures =
    tests.filter((test) => test.status === "failed").length +
    brokenFiles.length +
    skipped.filter((name) => !maySkip(name)).length;
  return { passed, failed: failures === 0 && exitCode !== 0 ? 1 : failures, skipped };
}

if (import.meta.main) {
  const [file = "", exitCode = "1"] = process.argv.slice(2);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const { passed, failed, skipped } = countTests(report, { exitCode: Number(exitCode), maySkip });
  for (const name of skipped)
    process.stderr.write(`   ${maySkip(name) ? "skipped" : "FAILED, was skipped"}: ${name}\n`);
  process.stdout.write(`${passed} ${failed}\n`);
}

/** On a person's machine anything; in CI only what needs ../shared, and only where it is absent. */
function maySkip(fullName: string): boolean {
  if (process.env["CI"] === undefined) return true;
  return fullName.includes("../shared") && !existsSync(path.resolve(import.meta.dirname, "../../shared"));
}
