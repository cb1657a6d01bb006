import { describe, expect, it } from "vitest";
import { misuse, UserError } from "../../src/base/index.ts";

const mistake = { code: "E_SETTING", found: "people.threshold is 1.4", expected: "a number from 0 to 1" };

describe("new UserError(mistake, {misuse, cause})", () => {
  it("says the code, what was found, what was expected and what to do", () => {
    expect(new UserError(mistake).message).toBe("E_SETTING: people.threshold is 1.4; expected a number from 0 to 1.");
    expect(new UserError({ ...mistake, remedy: "Mend settings.json." }).message).toBe(
      "E_SETTING: people.threshold is 1.4; expected a number from 0 to 1. Mend settings.json.",
    );
  });

  it("keeps its cause, and its code for tests and searches", () => {
    const cause = new Error("underneath");
    const error = new UserError(mistake, { cause });
    expect(error).toMatchObject({ name: "UserError", code: "E_SETTING", misuse: false, mistake });
    expect(error.cause).toBe(cause);
    expect("cause" in new UserError(mistake)).toBe(false);
  });
});

describe("misuse(mistake)", () => {
  it("is a mistake in the question, not in an input", () => {
    expect(misuse(mistake)).toBeInstanceOf(UserError);
    expect(misuse(mistake).misuse).toBe(true);
  });
});
