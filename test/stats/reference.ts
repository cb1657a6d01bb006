import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../../shared/reference");

/** Whether the reference results lie beside the checkout. */
export const hasReference = existsSync(folder);

/** One case made with R; see the README beside it. */
export interface ReferenceCase<Input, Expected> {
  readonly relativeTolerance: number;
  readonly input: Input;
  readonly expected: Expected;
}

export function readReference<Input, Expected>(name: string): ReferenceCase<Input, Expected> {
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as ReferenceCase<Input, Expected>;
}

/** Passes when |got − want| ≤ tolerance × max(1, |want|), or both are null. */
export function expectClose(got: number | null, want: number | null, tolerance: number, label = ""): void {
  if (got === null || want === null) expect(got, `at ${label}`).toBe(want);
  else
    expect(Math.abs(got - want), `${label}: got ${got}, want ${want}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(want)),
    );
}
