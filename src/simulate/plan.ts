import type { Cause } from "./kinds.ts";
import type { Onset } from "./question.ts";
import { between, happens, pick, type Random, whole } from "./random.ts";
import type { SettingWish } from "./setting.ts";

/** What kind of world is wanted: which causes are at work, how strongly, and whether two were made alike. */
export interface Plan {
  readonly causes: readonly Acting[];
  readonly alike: readonly [Acting, Acting] | null;
  readonly effect: "none" | "weak" | "strong";
  readonly wish: SettingWish;
}

export type Acting = Exclude<Cause, "chance">;

const ACTING: readonly Acting[] = [
  "law-change",
  "counting-rule",
  "recording",
  "classification",
  "reporting",
  "event",
  "real-change",
  "population",
  "data-error",
];

const PAIRS = ACTING.flatMap((first, i) => ACTING.slice(i + 1).map((second) => [first, second] as const));

/** Pairs that the right gaps in the data make alike. */
const ALIKE: readonly { readonly pair: readonly [Acting, Acting]; readonly wish: SettingWish }[] = [
  {
    pair: ["recording", "reporting"],
    wish: { without: ["calls", "survey", "historic", "reporting_delay", "cancelled", "incidents"] },
  },
  {
    pair: ["real-change", "reporting"],
    wish: { without: ["survey", "historic", "reporting_delay"], needs: ["calls"] },
  },
  { pair: ["law-change", "counting-rule"], wish: { without: [] } },
  { pair: ["recording", "classification"], wish: { without: ["incidents", "cancelled"], classes: 1 } },
];

const ROUND = 20;

/** Twenty worlds hold each cause alone once or twice, two of chance, four pairs, and each pair made alike. */
export function planOf(random: Random, number: number): Plan {
  const [round, turn] = [Math.floor(number / ROUND), number % ROUND];
  const effect = happens(random, 0.7) ? "strong" : "weak";
  const single = ACTING[turn];
  if (single !== undefined) return { causes: [single], alike: null, effect, wish: { without: [] } };
  if (turn < 11) return { causes: [], alike: null, effect: "none", wish: { without: [] } };
  if (turn < 15) return { causes: nth(PAIRS, round * 4 + turn), alike: null, effect, wish: { without: [] } };
  if (turn < 19) return alikePlan(random, turn);
  return { causes: [pick(random, ACTING)], alike: null, effect, wish: { without: [] } };
}

const BOTH_AT_WORK = 0.75;

function alikePlan(random: Random, turn: number): Plan {
  const { pair, wish } = nth(ALIKE, turn);
  const isRules = pair[0] === "law-change";
  const causes = isRules || happens(random, BOTH_AT_WORK) ? pair : [pick(random, pair)];
  return { causes, alike: pair, effect: "strong", wish };
}

function nth<T>(list: readonly T[], turn: number): T {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error("the list is empty");
  return found;
}

const PASSING: ReadonlySet<Cause> = new Set(["event", "data-error"]);

/** When each cause begins: a second one within months of the first; what is told by its date not in the same month. */
export function onsetsOf(
  random: Random,
  { causes, alike }: Plan,
  calendar: { months: number; start: number },
): Onset[] {
  const { months, start } = calendar;
  const slow = causes.includes("population");
  const latest = Math.max(12, months - (slow ? 14 : 10));
  const first = whole(random, 12, latest);
  const isRule = causes.includes("counting-rule") && happens(random, 0.75);
  const april = Array.from({ length: latest - 11 }, (_, i) => 12 + i).filter((month) => (start + month) % 12 === 3);
  const month = isRule && april.length > 0 ? pick(random, april) : first;
  const together = alike === null ? null : buildsOf(random, "recording");
  const later = bothRules(causes) ? whole(random, 3, 6) : whole(random, 0, 4);
  const lastingFirst = causes.toSorted((a, b) => Number(PASSING.has(a)) - Number(PASSING.has(b)));
  return causes.map((cause) => ({
    month: alike === null && lastingFirst.indexOf(cause) > 0 ? Math.min(months - 2, month + later) : month,
    lasts: !PASSING.has(cause),
    builds: bothRules(causes) ? 1 : (together ?? buildsOf(random, cause)),
  }));
}

function bothRules(causes: readonly Cause[]): boolean {
  return causes.includes("law-change") && causes.includes("counting-rule");
}

/** Months until a cause is there in full; 1 is a step. */
function buildsOf(random: Random, cause: Acting): number {
  switch (cause) {
    case "law-change":
    case "counting-rule":
    case "event":
    case "data-error":
      return 1;
    case "population":
      return whole(random, 12, 36);
    case "reporting":
      return whole(random, 2, 10);
    case "recording":
    case "classification":
    case "real-change":
      return happens(random, 0.5) ? 1 : whole(random, 2, 12);
  }
}

const STRONG: Readonly<Record<Acting, readonly [number, number]>> = {
  "law-change": [0.3, 1.2],
  "counting-rule": [0.25, 1.1],
  recording: [0.25, 0.65],
  classification: [0.3, 1],
  reporting: [0.35, 1],
  event: [0.3, 1],
  "real-change": [0.3, 1],
  population: [0.3, 0.7],
  "data-error": [0.3, 1],
};

const WEAK = [0.06, 0.2] as const;

/** Large enough for each of the two to be seen. */
const STRONG_ALIKE = [0.35, 0.7] as const;

function rangeOf(cause: Acting, { alike, effect }: Plan): readonly [number, number] {
  if (effect === "weak") return WEAK;
  return alike === null ? STRONG[cause] : STRONG_ALIKE;
}

/** How often a cause lowers the count. */
const LOWERS: Readonly<Record<Acting, number>> = {
  "law-change": 0.15,
  "counting-rule": 0.25,
  recording: 0.08,
  classification: 0.2,
  reporting: 0.08,
  event: 0,
  "real-change": 0.35,
  population: 0.3,
  "data-error": 0,
};

/** Log effects, signed. Two causes go the same way two times in three, and never cancel out. */
export function sizesOf(random: Random, plan: Plan): number[] {
  const { causes, alike } = plan;
  const sizes = causes.map((cause, i) => {
    const [low, high] = rangeOf(cause, plan);
    const height = between(random, low, high) * (i > 0 ? between(random, 0.5, 1) : 1);
    return happens(random, LOWERS[cause]) && alike === null ? -Math.min(0.7, height) : height;
  });
  const [one = 0, two = 0] = sizes;
  const isCancelled = causes.length > 1 && one * two < 0 && Math.abs(one + two) < 0.15;
  return isCancelled ? sizes.map(Math.abs) : sizes;
}
