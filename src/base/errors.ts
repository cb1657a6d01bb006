/** What a person is told when they, or a file they gave, made a mistake. */
export interface Mistake {
  /** A stable code such as `E_PERIOD`, to be searched for and tested against. */
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy?: string;
}

/**
 * A mistake in the use of Throughline, not a fault of it: shown without a trace.
 * `misuse` tells a wrong question (exit 2) from an input that could not be used (exit 1).
 */
export class UserError extends Error {
  readonly mistake: Mistake;
  readonly misuse: boolean;

  constructor(mistake: Mistake, { misuse = false, cause }: { misuse?: boolean; cause?: unknown } = {}) {
    super(sayMistake(mistake), cause === undefined ? undefined : { cause });
    this.name = "UserError";
    this.mistake = mistake;
    this.misuse = misuse;
  }

  get code(): string {
    return this.mistake.code;
  }
}

/** A `UserError` for a question that cannot be asked: an unknown class, a wrong option. */
export function misuse(mistake: Mistake): UserError {
  return new UserError(mistake, { misuse: true });
}

function sayMistake({ code, found, expected, remedy }: Mistake): string {
  const advice = remedy === undefined ? "" : ` ${remedy}`;
  return `${code}: ${found}; expected ${expected}.${advice}`;
}
