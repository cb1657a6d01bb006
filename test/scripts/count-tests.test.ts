import { describe, expect, it } from "vitest";
import { countTests } from "../../scripts/count-tests.ts";

const anything = { exitCode: 0, maySkip: () => true };

describe("countTests(report, {exitCode, maySkip})", () => {
  it("counts passed and failed tests, and leaves the skipped out", () => {
    const report = { testResults: [file("passed", ["passed", "skipped"]), file("failed", ["failed", "passed"])] };
    expect(countTests(report, { ...anything, exitCode: 1 })).toEqual({ passed: 2, failed: 1, skipped: ["test 2"] });
  });

  it("counts a skipped test as failed where nothing may be skipped", () => {
    const report = { testResults: [file("passed", ["passed", "skipped", "todo"])] };
    expect(countTests(report, { exitCode: 0, maySkip: () => false })).toMatchObject({ passed: 1, failed: 2 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    const report = { testResults: [file("failed", []), file("passed", ["passed"])] };
    expect(countTests(report, { ...anything, exitCode: 1 })).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a run that failed although every test passed, as after an unhandled rejection", () => {
    const report = { testResults: [file("passed", ["passed"])] };
    expect(countTests(report, { ...anything, exitCode: 1 })).toMatchObject({ passed: 1, failed: 1 });
  });
});

function file(status: string, tests: readonly string[]) {
  const assertionResults = tests.map((result, i) => ({ status: result, fullName: `test ${i + 1}` }));
  return { name: "some.test.ts", status, assertionResults };
}
