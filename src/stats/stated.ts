/** A number stated of two others: how `b` stands to `a`; of a share, `a` is the part and `b` the whole. */
export interface Stated {
  readonly kind: "difference" | "percent" | "ratio" | "share";
  readonly a: number;
  readonly b: number;
  readonly stated: number;
}

/** The number worked out, its nearest and cut forms with as many decimals as were stated, and how the stated one fits. */
export interface StatedCheck {
  readonly value: number;
  readonly nearest: number;
  readonly cut: number;
  readonly verdict: "exact" | "truncated" | "overstated" | "understated";
  readonly statedMinusValue: number;
}

/** Works a stated number out again; null where it is not defined (a percentage, ratio or share of 0). */
export function checkStated({ kind, a, b, stated }: Stated): StatedCheck | null {
  const value = VALUES[kind](a, b);
  if (!Number.isFinite(value)) return null;
  const decimals = decimalsOf(stated);
  const [nearest, cut] = [roundHalfAway(value, decimals), cutOff(value, decimals)];
  return { value, nearest, cut, verdict: verdictOf(stated, { value, nearest, cut }), statedMinusValue: stated - value };
}

const VALUES: Readonly<Record<Stated["kind"], (a: number, b: number) => number>> = {
  difference: (a, b) => b - a,
  percent: (a, b) => (100 * (b - a)) / a,
  ratio: (a, b) => b / a,
  share: (part, whole) => (100 * part) / whole,
};

/** Larger than what it should be, in size: a fall of 30 % stated for one of 20 % is overstated. */
function verdictOf(stated: number, { value, nearest, cut }: Pick<StatedCheck, "value" | "nearest" | "cut">) {
  if (stated === nearest) return "exact";
  if (stated === cut) return "truncated";
  const isMore = value < 0 ? stated < value : stated > value;
  return isMore ? "overstated" : "understated";
}

/** How many decimals a number is written with. */
function decimalsOf(value: number): number {
  const [, decimals = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

/** Rounds half away from 0, in decimal: the digits are those that are written. */
function roundHalfAway(value: number, decimals: number): number {
  const scaled = shift(Math.abs(value), decimals);
  return withSign(shift(Math.floor(scaled + 0.5 + tiny(scaled)), -decimals), value);
}

function cutOff(value: number, decimals: number): number {
  const scaled = shift(Math.abs(value), decimals);
  return withSign(shift(Math.floor(scaled + tiny(scaled)), -decimals), value);
}

/** Moves the decimal point without leaving the decimal system, so that 1.005 stays 1.005. */
function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** What division may have lost of a number: a true half or whole must not fall short of itself. */
function tiny(value: number): number {
  return value * 4 * Number.EPSILON;
}

function withSign(size: number, like: number): number {
  return like < 0 && size !== 0 ? -size : size;
}
