import { type Draws, drawsFrom } from "./draws.ts";

/** A kind of monthly series in which nothing changes. */
export interface World {
  readonly kind: "Poisson" | "overdispersed" | "autocorrelated";
  /** Mean count a month. */
  readonly mean: number;
  /** Size of the negative binomial; `Infinity` is Poisson. */
  readonly size: number;
  /** Correlation of the log level with the month before, and its standard deviation. */
  readonly correlation: number;
  readonly sd: number;
}

/** The nine worlds: Poisson, overdispersed and autocorrelated, each with three means. */
export const WORLDS: readonly World[] = [
  { kind: "Poisson", size: Infinity, correlation: 0, sd: 0 } as const,
  { kind: "overdispersed", size: 30, correlation: 0, sd: 0 } as const,
  { kind: "autocorrelated", size: 60, correlation: 0.8, sd: 0.12 } as const,
].flatMap((kind) => [10, 45, 300].map((mean) => ({ ...kind, mean })));

export const MONTHS = 96;
const SEASON = 0.12;

/** One area and eleven others, of one world. */
export interface Panel {
  readonly counts: readonly number[];
  readonly others: readonly (readonly number[])[];
}

/** What is drawn: which stream, how many others, whether they share the noise, and what the last year is multiplied by. */
export interface Drawing {
  readonly seed: number;
  readonly which: number;
  readonly others: number;
  readonly isShared: boolean;
  readonly change: number;
}

/** Draws an area and others beside it. The change, if any, is in the area alone. */
export function drawPanel(world: World, { seed, which, others, isShared, change }: Drawing): Panel {
  const draws = drawsFrom(seed, which);
  const noise = noiseOf(world, draws);
  return {
    counts: seriesOf(world, { noise, draws, change }),
    others: Array.from({ length: others }, () =>
      seriesOf(world, { noise: isShared ? noise : noiseOf(world, draws), draws, change: 1 }),
    ),
  };
}

/** What a month's mean is multiplied by: a level that lasts, and a scatter of its own. */
function noiseOf({ size, correlation, sd }: World, draws: Draws): readonly number[] {
  let level = sd * draws.normal();
  return Array.from({ length: MONTHS }, (_, t) => {
    if (t > 0) level = correlation * level + sd * Math.sqrt(1 - correlation ** 2) * draws.normal();
    return Math.exp(level - sd ** 2 / 2) * (size === Infinity ? 1 : draws.gamma(size) / size);
  });
}

interface Recipe {
  readonly noise: readonly number[];
  readonly draws: Draws;
  readonly change: number;
}

function seriesOf({ mean }: World, { noise, draws, change }: Recipe): readonly number[] {
  return noise.map((factor, t) => {
    const season = 1 + SEASON * Math.sin((2 * Math.PI * (t + 1)) / 12);
    return draws.poisson(mean * season * factor * (t < MONTHS - 12 ? 1 : change));
  });
}
