/** Numbers that decide how loosely a text may speak. Meaning and reasons: docs/methods/claims-arithmetic.md. */
export interface ClaimSettings {
  /** Longest text read, in UTF-16 code units. */
  readonly maxLength: number;
  /** “about”: as far as this from the number, as a fraction of it. */
  readonly about: number;
  /** “nearly”: at most this far below the number, as a fraction of it. */
  readonly nearly: number;
  /** “doubled”, “tripled”, “halved”: as far as this from the factor, as a fraction of it. */
  readonly factor: number;
  /** Beyond a tolerance but within this many times it, nobody is accused: not-checkable. */
  readonly benefitOfDoubt: number;
  /** No percentage is given on a base under this count. */
  readonly smallBase: number;
}

export const CLAIM_SETTINGS: ClaimSettings = {
  maxLength: 2_000_000,
  about: 0.1,
  nearly: 0.1,
  factor: 0.1,
  benefitOfDoubt: 1.5,
  smallBase: 50,
};
