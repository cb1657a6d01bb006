import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type CheckedClaim,
  checkText,
  type ClaimKind,
  lawNames,
  readClaims,
  type Verdict,
} from "../src/claims/index.ts";
import { loadLaw } from "../src/law/index.ts";
import { type Bench, type BenchFigure, benchFigure } from "./lib/bench.ts";
import { timed } from "./lib/measure.ts";

/**
 * Reads every labelled text and holds the readings against the labels. A reading matches a label when their spans
 * overlap by more than half of the shorter and the label's first value is the reading's, whatever the kind; of two
 * levels either may come first. Labels without values match on the span alone. Each label and reading is used
 * once, the best overlaps first.
 */
export const bench: Bench = {
  name: "claims",
  summary: "how well the labelled texts of bench/claims are read, and how fast",
  async run({ root, progress, args }) {
    const check = checker();
    const texts = await Promise.all(labelledTexts(path.join(root, "bench/claims")).map((text) => scored(text, check)));
    const worked = texts.filter((text) => !text.isFresh);
    const fresh = texts.filter((text) => text.isFresh);
    for (const line of worstMisses(worked, args.includes("all") ? Infinity : 40)) progress(line);
    return {
      figures: [
        ...figuresOf("all", texts),
        ...figuresOf("worked on", worked),
        ...figuresOf("not looked at", fresh),
        ...(args.includes("quick") ? [] : await speedFigures(texts, check)),
      ],
      detail: {
        byGenre: { worked: byGenre(worked), fresh: byGenre(fresh) },
        byKind: { worked: byKind(worked), fresh: byKind(fresh) },
        places: placesOf(texts),
      },
    };
  },
};

interface Label {
  readonly quote: string;
  readonly occurrence?: number;
  readonly kind: ClaimKind;
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
  readonly values: readonly { readonly role: string; readonly value: number }[];
  readonly arithmetic: Verdict;
}

interface LabelledText {
  readonly name: string;
  readonly genre: string;
  readonly dated: string | null;
  readonly text: string;
  readonly labels: readonly Label[];
  /** Whether no rule has been written with this text in view. */
  readonly isFresh: boolean;
}

interface Scored extends LabelledText {
  readonly readings: readonly CheckedClaim[];
  readonly pairs: readonly { readonly label: Label; readonly reading: CheckedClaim }[];
}

type Check = (text: string, dated: string | null) => Promise<readonly CheckedClaim[]>;

/** Reads and redoes the arithmetic; no figures are held, so none is compared. */
function checker(): Check {
  const law = lawNames(loadLaw());
  const finder = () => Promise.resolve({ figures: [], change: null, notes: [] });
  return async (text, dated) => (await checkText(text, { law, finder, dated: dated ?? undefined })).claims;
}

function labelledTexts(folder: string): LabelledText[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(path.join(folder, name, "given.txt"), "utf8");
      const labelled = JSON.parse(readFileSync(path.join(folder, name, "labels.json"), "utf8")) as Omit<
        LabelledText,
        "name" | "text" | "isFresh"
      >;
      return { ...labelled, name, text, isFresh: isFresh(name) };
    });
}

async function scored(text: LabelledText, check: Check): Promise<Scored> {
  const readings = await check(text.text, text.dated);
  return { ...text, readings, pairs: matched(text, readings) };
}

function matched({ text, labels }: LabelledText, readings: readonly CheckedClaim[]): Scored["pairs"] {
  const candidates = labels.flatMap((label) => {
    const span = spanOf(label, text);
    return readings
      .filter((reading) => isSameMain(label, reading))
      .map((reading) => ({ label, reading, overlap: overlapOf(span, reading) }))
      .filter(({ overlap }) => overlap > 0.5)
      .map((each) => Object.assign(each, { likeness: each.overlap + (each.reading.kind === label.kind ? 0.25 : 0) }));
  });
  const used = new Set<Label | CheckedClaim>();
  return candidates
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ label, reading }) => {
      if (used.has(label) || used.has(reading)) return false;
      used.add(label).add(reading);
      return true;
    });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf({ quote, occurrence = 1 }: Label, text: string): Span {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = text.indexOf(quote, start + 1);
  return { start, end: start + quote.length };
}

/** Overlap as a fraction of the shorter span. */
function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / Math.min(a.end - a.start, b.end - b.start);
}

const WITHOUT_VALUE = new Set<ClaimKind>(["trend", "date", "cause", "rank"]);

function isSameMain(label: Label, reading: CheckedClaim): boolean {
  const [main] = label.values;
  if (main === undefined || label.kind === "rank") return WITHOUT_VALUE.has(reading.kind);
  const mains = reading.kind === "change" ? reading.values : reading.values.slice(0, 1);
  return mains.some(({ value }) => isClose(value, main.value));
}

/** Fractions are labelled to four or six decimal places. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-9) || (Math.abs(b) < 10 && Math.abs(a - b) < 6e-4);
}

function hasAllValues({ values, kind }: Label, reading: CheckedClaim): boolean {
  if (kind === "rank") return true;
  const left = reading.values.map((value) => value);
  return values.every(({ role, value }) => {
    const at = left.findIndex((each) => each.role === role && isClose(each.value, value));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function figuresOf(set: string, texts: readonly Scored[]): BenchFigure[] {
  const t = totals(texts);
  const named = (name: string): string => `${name} (${set})`;
  return [
    benchFigure(named("labels"), t.labels, "labels"),
    benchFigure(named("recall"), t.recall, "fraction", { atLeast: 0.92 }),
    benchFigure(named("precision"), t.precision, "fraction", { atLeast: 0.92 }),
    benchFigure(named("recall without dates and causes"), t.numeric.recall, "fraction"),
    benchFigure(named("precision without dates and causes"), t.numeric.precision, "fraction"),
    benchFigure(named("all values right"), t.values, "fraction", { atLeast: 0.9 }),
    benchFigure(named("kind right"), t.kind, "fraction", { atLeast: 0.9 }),
    benchFigure(named("arithmetic right, of the checkable"), t.arithmetic, "fraction", { atLeast: 0.98 }),
    benchFigure(named("consistent called inconsistent"), t.accused, "claims", { atMost: 0 }),
    benchFigure(named("not checkable called inconsistent"), t.accusedUnknown, "claims"),
  ];
}

const ELSEWHERE = new Set<ClaimKind>(["date", "cause"]);

function totals(texts: readonly Scored[]) {
  const pairs = texts.flatMap((text) => text.pairs);
  const checkable = pairs.filter(({ label }) => label.arithmetic !== "not-checkable");
  const right = (list: Scored["pairs"], is: (pair: Scored["pairs"][number]) => boolean): number =>
    rounded(list.filter(is).length / list.length);
  const sum = (count: (text: Scored) => number): number => texts.reduce((total, text) => total + count(text), 0);
  const labels = sum((text) => text.labels.length);
  const readings = sum((text) => text.readings.length);
  const isNumeric = ({ kind }: { kind: ClaimKind }): boolean => !ELSEWHERE.has(kind);
  const numericPairs = pairs.filter(({ label }) => isNumeric(label)).length;
  return {
    labels,
    readings,
    recall: rounded(pairs.length / labels),
    precision: rounded(pairs.length / readings),
    numeric: {
      recall: rounded(numericPairs / sum((text) => text.labels.filter(isNumeric).length)),
      precision: rounded(
        pairs.filter(({ reading }) => isNumeric(reading)).length / sum((t) => t.readings.filter(isNumeric).length),
      ),
    },
    values: right(pairs, ({ label, reading }) => hasAllValues(label, reading)),
    kind: right(pairs, ({ label, reading }) => label.kind === reading.kind),
    arithmetic: right(checkable, ({ label, reading }) => label.arithmetic === reading.arithmetic),
    accused: pairs.filter((p) => p.label.arithmetic === "consistent" && p.reading.arithmetic === "inconsistent").length,
    accusedUnknown: pairs.filter(
      (p) => p.label.arithmetic === "not-checkable" && p.reading.arithmetic === "inconsistent",
    ).length,
  };
}

function placesOf(texts: readonly Scored[]) {
  const pairs = texts.flatMap((text) => text.pairs).filter(({ label }) => !ELSEWHERE.has(label.kind));
  const right = (what: "subject" | "area" | "period"): number =>
    rounded(pairs.filter(({ label, reading }) => label[what] === reading[what]).length / pairs.length);
  return { subject: right("subject"), area: right("area"), period: right("period") };
}

function byGenre(texts: readonly Scored[]) {
  return Object.fromEntries(
    [...Map.groupBy(texts, ({ genre }) => genre)].map(([key, group]) => {
      const { labels, recall, precision, values, kind, arithmetic, accused } = totals(group);
      return [key, { texts: group.length, labels, recall, precision, values, kind, arithmetic, accused }];
    }),
  );
}

function byKind(texts: readonly Scored[]) {
  const kinds = [...new Set(texts.flatMap((text) => text.labels.map(({ kind }) => kind)))].toSorted();
  return Object.fromEntries(
    kinds.map((kind) => {
      const labels = texts.flatMap((text) => text.labels).filter((label) => label.kind === kind).length;
      const found = texts.flatMap((text) => text.pairs).filter(({ label }) => label.kind === kind);
      const read = texts.flatMap((text) => text.readings).filter((reading) => reading.kind === kind).length;
      const used = texts.flatMap((text) => text.pairs).filter(({ reading }) => reading.kind === kind).length;
      const as = found.filter(({ reading }) => reading.kind === kind).length;
      return [
        kind,
        {
          labels,
          recall: rounded(found.length / labels),
          readAsThis: rounded(as / found.length),
          read,
          spurious: read - used,
        },
      ];
    }),
  );
}

function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(4)) : 0;
}

/**
 * The texts from 156 on were labelled by somebody who had not seen the rules. The odd ones are looked at by nobody who
 * writes rules, neither text nor labels nor misses; the even ones have become development texts.
 */
function isFresh(name: string): boolean {
  const number = Number(name.slice(0, 3));
  return number >= 156 && number % 2 === 1;
}

/** Misses and false readings, the texts with most of them first. */
function worstMisses(texts: readonly Scored[], most: number): string[] {
  const lines = texts.map((text) => {
    const found = new Set(text.pairs.map(({ label }) => label));
    const used = new Set(text.pairs.map(({ reading }) => reading));
    return [
      ...text.labels.filter((label) => !found.has(label)).map((label) => `missed    ${say(label)}`),
      ...text.readings
        .filter((reading) => !used.has(reading))
        .map((reading) => `spurious  ${say(reading)} by ${reading.rule}`),
      ...text.pairs.flatMap(({ label, reading }) => slips(label, reading)),
    ].map((line) => `${text.name}: ${line}`);
  });
  return lines
    .toSorted((a, b) => b.length - a.length)
    .flat()
    .slice(0, most);
}

function slips(label: Label, reading: CheckedClaim): string[] {
  const wrong = [
    ...(label.kind === reading.kind ? [] : ["kind     "]),
    ...(hasAllValues(label, reading) ? [] : ["values   "]),
    ...(label.arithmetic === reading.arithmetic ? [] : ["verdict  "]),
  ];
  return wrong.map((what) => `${what} ${say(label)} read as ${say(reading)} by ${reading.rule}`);
}

function say({ kind, quote, values, arithmetic }: Pick<Label, "kind" | "quote" | "values" | "arithmetic">): string {
  const numbers = values.map(({ role, value }) => `${role} ${value}`).join(", ");
  return `[${kind}${numbers === "" ? "" : ` ${numbers}`}; ${arithmetic}] “${quote.replaceAll(/\s+/g, " ")}”`;
}

/** All texts end to end, repeated to a megabyte of UTF-16 code units, and to two: twice the text must take about twice the time. */
async function speedFigures(texts: readonly LabelledText[], check: Check): Promise<BenchFigure[]> {
  const all = texts.map(({ text }) => text).join("\n\n");
  const repeated = (length: number): string => all.repeat(Math.ceil(length / all.length)).slice(0, length);
  await check(repeated(200_000), null);
  const best = async (length: number): Promise<number> => {
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push((await timed(() => check(repeated(length), null))).seconds);
    return Math.min(...runs);
  };
  const [one, two] = [await best(1_000_000), await best(2_000_000)];
  const law = lawNames(loadLaw());
  const text = repeated(1_000_000);
  const reading = [];
  for (let i = 0; i < 3; i++) reading.push((await timed(() => readClaims(text, { law }))).seconds);
  return [
    benchFigure("reading alone, on one core", rounded(1 / Math.min(...reading)), "MB/s"),
    benchFigure("text read and checked on one core", rounded(1 / one), "MB/s", { atLeast: 1 }),
    benchFigure("time for 2 MB over that for 1 MB", rounded(two / one), "times", { atMost: 2.5 }),
  ];
}
