import { type Belief, believe, type Measurement, normalTails, type Quadratic, type Scores } from "../stats/index.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { expected } from "./expectations.ts";
import { type Mechanism, type Repertoire, viewsOf } from "./mechanisms.ts";
import type { Shape } from "./shapes.ts";
import { type Course, scoresOf } from "./views.ts";
import type { Testimony } from "./witnesses.ts";

/** One or two mechanisms taken to be the whole of the matter, and what would then be thought of their sizes. */
export interface Account {
  readonly mechanisms: readonly Mechanism[];
  readonly shapes: readonly Shape[];
  /** What each mechanism adds to the log change: middle and variance. */
  readonly effects: readonly { readonly mean: number; readonly variance: number }[];
  /** Its part of all accounts. */
  readonly probability: number;
}

/** What the accounts are weighed by. */
export interface Findings {
  readonly question: ChangeQuestion;
  readonly course: Course;
  readonly repertoire: Repertoire;
  readonly testimonies: readonly Testimony[];
  /** The log change that is asked about. */
  readonly change: number;
}

/** Two causes at once are rarer than one: the weight of a pair against that of its two parts apart. */
const PAIR = 0.04;
/** The weight of nothing at all having happened but chance. */
const CHANCE_ALONE = 3;

/** Every account of one or two causes with its probability, the most probable first. */
export function accountsOf(findings: Findings): readonly Account[] {
  const fitting = fittingOf(findings);
  const { mechanisms } = findings.repertoire;
  const sets: (readonly Mechanism[])[] = [[], ...mechanisms.map((each) => [each])];
  for (const [i, first] of mechanisms.entries()) {
    for (const second of mechanisms.slice(i + 1)) if (first.cause !== second.cause) sets.push([first, second]);
  }
  const accounts = sets.map((set) => account(fitting, set));
  const most = Math.max(...accounts.map(({ log }) => log));
  const total = accounts.reduce((sum, { log }) => sum + Math.exp(log - most), 0);
  return accounts
    .map(({ log, ...rest }) => ({ ...rest, probability: Math.exp(log - most) / total }))
    .toSorted((a, b) => b.probability - a.probability);
}

interface Fitting extends Findings {
  readonly local: Scores;
  readonly national: Scores | null;
  /** By how much each shape stands higher in the later period. */
  readonly heights: readonly number[];
  readonly chosen: Map<string, Chosen>;
}

function fittingOf(findings: Findings): Fitting {
  const { course, repertoire } = findings;
  const { local, national, grid } = course;
  const heights = repertoire.shapes.map(({ values }) => heightOf(values, course));
  return {
    ...findings,
    local: scoresOf(local, grid, repertoire.shapes),
    national: national === null ? null : scoresOf(national, grid, repertoire.shapes),
    heights,
    chosen: new Map(),
  };
}

/** The mean over the later period less that over the earlier, over the steps that are known. */
function heightOf(values: Float64Array, { own, from, to }: Course): number {
  const mean = ({ first, end }: typeof from) => {
    let [sum, known] = [0, 0];
    for (let i = first; i < end; i++) {
      if (Number.isNaN(own.counts[i]!)) continue;
      sum += values[i]!;
      known++;
    }
    return known === 0 ? 0 : sum / known;
  };
  return mean(to) - mean(from);
}

function account(fitting: Fitting, set: readonly Mechanism[]) {
  const { shapes, bonus } = chosenFor(fitting, set);
  const unknowns = set.flatMap((mechanism, m) =>
    viewsIn(fitting, mechanism).map((view) => ({ m, view, mechanism, shape: shapes[m]! })),
  );
  const before = unknowns.map(({ shape }) => priorVariance(fitting, shape));
  const counts = quadraticOf(fitting, unknowns);
  const rough = believe(before, counts, []);
  const sizes = set.map((_, m) => effectOf(fitting, { unknowns, belief: rough, m }).mean);
  const heard = fitting.testimonies.map((testimony) => {
    const measured = measurementOf(fitting, { testimony, unknowns, sizes });
    return testimony.witness === "audit" ? measured : doubted(measured, rough.mean);
  });
  const belief = believe(before, counts, heard);
  const effects = set.map((_, m) => effectOf(fitting, { unknowns, belief, m }));
  const log = bonus + belief.logEvidence + weightOf(set) + signsOf(set, effects);
  return { mechanisms: set, shapes: shapes.map((k) => fitting.repertoire.shapes[k]!), effects, log };
}

interface Unknown {
  /** Which mechanism of the set. */
  readonly m: number;
  readonly view: "local" | "national";
  readonly mechanism: Mechanism;
  readonly shape: number;
}

function viewsIn({ national }: Fitting, { reach }: Mechanism): readonly ("local" | "national")[] {
  return national === null ? ["local"] : viewsOf(reach);
}

function weightOf(set: readonly Mechanism[]): number {
  const own = set.reduce((sum, { weight }) => sum + Math.log(weight), 0);
  return own + (set.length === 0 ? Math.log(CHANCE_ALONE) : set.length === 2 ? Math.log(PAIR) : 0);
}

/** Where only one direction makes sense, the half of the prior that goes the other way is worth nothing. */
function signsOf(set: readonly Mechanism[], effects: Account["effects"]): number {
  return set.reduce(
    (sum, { sign }, m) => {
      const { mean, variance } = effects[m]!;
      if (sign === 0) return sum;
      return sum + Math.log(Math.max(1e-12, 2 * normalTails((sign * mean) / Math.sqrt(variance)).lower));
    },
    againstEachOther(effects) ? Math.log(CANCELLING) : 0,
  );
}

/** Two causes that undo one another are rarer still than two at once. */
const CANCELLING = 0.2;

function againstEachOther(effects: Account["effects"]): boolean {
  return effects.length === 2 && effects[0]!.mean * effects[1]!.mean < 0;
}

/** How large an effect may be, before anything is seen: a factor of 1.8, or the whole change, is one standard deviation. */
const USUAL = 0.6;
/** Residents of an area seldom become more or fewer by more than this a year. */
const RESIDENTS_A_YEAR = 0.03;
/** What lasts a short time may be larger. */
const SHORT = 1.5;

function priorVariance({ repertoire, change }: Fitting, shape: number): number {
  const { kind, lasting } = repertoire.shapes[shape]!;
  if (kind === "slope") return ((RESIDENTS_A_YEAR * lasting) / 12) ** 2;
  const usual = Math.max(USUAL, Math.abs(change));
  return (kind === "pulse" || kind === "decay" ? usual * SHORT : usual) ** 2;
}

/** The part of the counts' likelihood that concerns some unknowns. */
function quadraticOf(fitting: Fitting, unknowns: readonly Unknown[]): Quadratic {
  const p = unknowns.length;
  const [scores, information] = [new Float64Array(p), new Float64Array(p * p)];
  const width = fitting.repertoire.shapes.length;
  for (const [i, a] of unknowns.entries()) {
    const seen = scoresIn(fitting, a.view);
    scores[i] = seen.scores[a.shape]!;
    for (const [j, b] of unknowns.entries()) {
      if (a.view === b.view) information[i * p + j] = seen.information[a.shape * width + b.shape]!;
    }
  }
  return { scores, information };
}

function scoresIn({ local, national }: Fitting, view: "local" | "national"): Scores {
  return view === "national" && national !== null ? national : local;
}

/** What one mechanism adds to the log change, all its unknowns together. */
function effectOf(
  { heights }: Fitting,
  { unknowns, belief, m }: { readonly unknowns: readonly Unknown[]; readonly belief: Belief; readonly m: number },
) {
  const p = unknowns.length;
  let [mean, variance] = [0, 0];
  for (const [i, a] of unknowns.entries()) {
    if (a.m !== m) continue;
    mean += heights[a.shape]! * belief.mean[i]!;
    for (const [j, b] of unknowns.entries()) {
      if (b.m === m) variance += heights[a.shape]! * heights[b.shape]! * belief.covariance[i * p + j]!;
    }
  }
  return { mean, variance };
}

/** Degrees of freedom of Student's t: one witness in a hundred errs by more than four and a half times its error. */
const DOUBT = 4;

/** A testimony far from what the counts lead one to expect is believed less, as if its error had Student's distribution. */
function doubted({ value, variance, weights }: Measurement, unknowns: Float64Array): Measurement {
  const expectation = unknowns.reduce((sum, unknown, i) => sum + weights[i]! * unknown, 0);
  const far = (value - expectation) ** 2 / variance;
  return { value, weights, variance: (variance * (DOUBT + far)) / (DOUBT + 1) };
}

interface Hearing {
  readonly testimony: Testimony;
  readonly unknowns: readonly Unknown[];
  /** The rough size of each mechanism's effect. */
  readonly sizes: readonly number[];
}

/** A testimony as a weighted sum of the unknowns; the spread of a signature makes it the less sure, the larger the effect. */
function measurementOf(fitting: Fitting, { testimony, unknowns, sizes }: Hearing): Measurement {
  let variance = testimony.variance;
  const told = new Set<number>();
  const weights = unknowns.map(({ m, view, mechanism, shape }) => {
    const size = sizes[m]!;
    const loading = expected(fitting, { mechanism, testimony, view, size });
    if (loading === null) return 0;
    if (!told.has(m)) variance += (loading.spread * size) ** 2;
    told.add(m);
    return loading.mean * fitting.heights[shape]!;
  });
  return { value: testimony.estimate, variance, weights };
}

interface Chosen {
  readonly shapes: readonly number[];
  /** What is lost by not having known the date. */
  readonly bonus: number;
}

/** The best shapes of a set of mechanisms, judged by the counts alone, and the price of having looked for them. */
function chosenFor(fitting: Fitting, set: readonly Mechanism[]): Chosen {
  const key = set.map(({ reach, shapes }) => `${reach}:${shapes[0]}-${shapes.length}`).join("|");
  const known = fitting.chosen.get(key);
  if (known !== undefined) return known;
  const found = choose(fitting, set);
  fitting.chosen.set(key, found);
  return found;
}

/** One mechanism after the other takes the shape that fits best beside the other's; twice, so that order matters little. */
function choose(fitting: Fitting, set: readonly Mechanism[]): Chosen {
  let shapes = set.map((mechanism) => mechanism.shapes[0]!);
  const prices = set.map(() => 0);
  for (let round = 0; round < 2; round++) {
    for (const [m, mechanism] of set.entries()) {
      if (mechanism.shapes.length === 1) continue;
      const gains = mechanism.shapes.map((shape) => gainOf(fitting, set, shapes.with(m, shape), round === 0 ? m : 1));
      const best = Math.max(...gains);
      shapes = shapes.with(m, mechanism.shapes[gains.indexOf(best)]!);
      const sum = gains.reduce((total, gain) => total + Math.exp(gain - best), 0);
      prices[m] = Math.log(sum / gains.length);
    }
    if (set.length < 2) break;
  }
  return { shapes, bonus: prices.reduce((sum, price) => sum + price, 0) };
}

/** How much better the counts are explained with these shapes than with none; only the first `upTo + 1` mechanisms count. */
function gainOf(fitting: Fitting, set: readonly Mechanism[], shapes: readonly number[], upTo: number): number {
  const unknowns = set
    .slice(0, upTo + 1)
    .flatMap((mechanism, m) => viewsIn(fitting, mechanism).map((view) => ({ m, view, mechanism, shape: shapes[m]! })));
  const before = unknowns.map(({ shape }) => priorVariance(fitting, shape));
  return believe(before, quadraticOf(fitting, unknowns), []).logEvidence;
}
