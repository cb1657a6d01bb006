import { maybePeriod, UserError, wholeMonths } from "../base/index.ts";
import { csvRows, type Taken } from "./csv-rows.ts";
import { COUNTS_OF_CHANGE, type Held, STEPS } from "./held.ts";
import { monthOf } from "./months.ts";
import { MEASURES_OF_CHANGE, type MeasureOfChange, type Series } from "./panel.ts";

/** Reads the rows of an observations file in any order; throws one `E_OBSERVATIONS` that lists the first faults with their lines. */
export async function readRows(text: string, file: string): Promise<readonly Held[]> {
  const { held, heldAt } = shelves();
  const placeOf = placesOf();
  const quick = quickly(placeOf);
  const rows = await csvRows(text, file, quick.taken);
  const header = rows.next();
  const at = columnsOf(header.done === true ? [] : header.value.cells, file);
  const faults = new Faults(file);
  for (const { cells, line } of rows) {
    const fault = cells.length === 1 && cells[0] === "" ? undefined : take(cells, { at, heldAt, placeOf });
    if (fault !== undefined) faults.add(line, fault);
    else if (isUsual(at)) quick.learn(cells, heldAt);
  }
  faults.throwIfAny();
  if (held.length === 0) throw nothingIn(file);
  return held.toSorted(byPlace);
}

const COLUMNS = ["area", "class", "measure", "period", "value"] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>> & { readonly width: number };

/** Where the columns stand; others are welcome. */
function columnsOf(header: readonly string[], file: string): Columns {
  const names = header.map((each) => each.trim().toLowerCase());
  const missing = COLUMNS.filter((each) => !names.includes(each));
  const twice = COLUMNS.filter((each) => names.indexOf(each) !== names.lastIndexOf(each));
  if (header.length === 0) throw nothingIn(file);
  if (missing.length > 0 || twice.length > 0) {
    const what = missing.length > 0 ? `no column ${missing.join(", ")}` : `two columns ${twice.join(", ")}`;
    throw new UserError({
      code: "E_OBSERVATIONS",
      found: `${file}, line 1: ${what} (the header is "${header.join(",").slice(0, 120)}")`,
      expected: `the columns ${COLUMNS.join(",")}`,
      remedy: "Put the names into the first line, with commas between; further columns are welcome.",
    });
  }
  const at = Object.fromEntries(COLUMNS.map((each) => [each, names.indexOf(each)])) as Record<
    (typeof COLUMNS)[number],
    number
  >;
  return { ...at, width: header.length };
}

function nothingIn(file: string): UserError {
  return new UserError({
    code: "E_OBSERVATIONS",
    found: `${file} holds no observations`,
    expected: `a header ${COLUMNS.join(",")} and at least one row with a value`,
  });
}

/** What is wrong in a line, and what would be right. */
interface Fault {
  readonly found: string;
  readonly expected: string;
}

interface Place {
  readonly start: number;
  readonly months: Series["months"];
}

interface Reading {
  readonly at: Columns;
  readonly heldAt: (area: string, className: string, measure: MeasureOfChange) => Held;
  readonly placeOf: (period: string) => Place | undefined;
}

function take(cells: readonly string[], { at, heldAt, placeOf }: Reading): Fault | undefined {
  if (cells.length !== at.width) {
    return { found: `${cells.length} cells`, expected: `${at.width} cells, as in the header` };
  }
  const cell = (column: number) => (cells[column] ?? "").trim();
  const [area, className, period, text] = [cell(at.area), cell(at.class), cell(at.period), cell(at.value)];
  const measure = MEASURE_NAMED.get(cell(at.measure));
  if (area === "" || className === "") return { found: `no ${area === "" ? "area" : "class"}`, expected: "a name" };
  if (measure === undefined) {
    return { found: `measure ${quoted(cell(at.measure))}`, expected: MEASURES_OF_CHANGE.join(", ") };
  }
  const place = placeOf(period);
  if (place === undefined) return { found: `period ${quoted(period)}`, expected: PERIODS };
  // A blank value says that nothing is known, as a missing row does.
  if (text === "") return undefined;
  const value = NUMBER.test(text) ? Number(text) : NaN;
  const fault = faultOf(measure, value, text);
  if (fault !== undefined) return fault;
  const values = heldAt(area, className, measure).byMonths[place.months];
  const before = values.get(place.start);
  if (before !== undefined && before !== value) return conflict(before, value);
  values.set(place.start, value);
  return undefined;
}

const MEASURE_NAMED: ReadonlyMap<string, MeasureOfChange> = new Map(MEASURES_OF_CHANGE.map((each) => [each, each]));
const PERIODS = "2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12";
const NUMBER = /^-?\d+(\.\d*)?([eE][-+]?\d{1,3})?$/;

/** The contract's own columns in the contract's order. */
function isUsual(at: Columns): boolean {
  return at.width === COLUMNS.length && COLUMNS.every((each, i) => at[each] === i);
}

/**
 * Most lines of a large file are plain counts of an area and class that was met before: one look-up for the three names
 * together, one for the period, and digits. Any other line is left to be read with care.
 */
function quickly(placeOf: Reading["placeOf"]) {
  const known = new Map<string, Held>();
  const taken: Taken = (text, at, end) => {
    if (known.size === 0) return false;
    const names = text.indexOf(",", text.indexOf(",", text.indexOf(",", at) + 1) + 1);
    const period = text.indexOf(",", names + 1);
    if (period === -1 || period >= end) return false;
    const there = known.get(text.slice(at, names));
    const place = there === undefined ? undefined : placeOf(text.slice(names + 1, period));
    const digits = text.slice(period + 1, end);
    if (there === undefined || place === undefined || !DIGITS.test(digits)) return false;
    const values = there.byMonths[place.months];
    const value = Number(digits);
    if ((values.get(place.start) ?? value) !== value) return false;
    values.set(place.start, value);
    return true;
  };
  const learn = (cells: readonly string[], heldAt: Reading["heldAt"]) => {
    const measure = MEASURE_NAMED.get(cells[2] ?? "");
    if (measure === undefined || !COUNTS_OF_CHANGE.has(measure) || cells[4] === "") return;
    known.set(cells.slice(0, 3).join(","), heldAt((cells[0] ?? "").trim(), (cells[1] ?? "").trim(), measure));
  };
  return { taken, learn };
}

const DIGITS = /^\d{1,9}$/;

/** Nested rather than by a joined name, which would have to be put together for every line. */
function shelves(): { readonly held: Held[]; readonly heldAt: Reading["heldAt"] } {
  const held: Held[] = [];
  const byArea = new Map<string, Map<string, Map<MeasureOfChange, Held>>>();
  const heldAt: Reading["heldAt"] = (area, className, measure) => {
    const byClass = byArea.getOrInsertComputed(area, () => new Map<string, Map<MeasureOfChange, Held>>());
    const byMeasure = byClass.getOrInsertComputed(className, () => new Map<MeasureOfChange, Held>());
    return byMeasure.getOrInsertComputed(measure, () => {
      const empty: Held = { measure, area, className, byMonths: { 1: new Map(), 3: new Map(), 12: new Map() } };
      held.push(empty);
      return empty;
    });
  };
  return { held, heldAt };
}

/** So that the order of the rows decides nothing. */
function byPlace(a: Held, b: Held): number {
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return compare(a.measure, b.measure) || compare(a.area, b.area) || compare(a.className, b.className);
}

function faultOf(measure: MeasureOfChange, value: number, text: string): Fault | undefined {
  const found = `${measure} ${quoted(text)}`;
  if (Number.isNaN(value)) return { found, expected: "a number, without thousands separators, or nothing" };
  if (value < 0) return { found, expected: "0 or more" };
  if (!Number.isFinite(value) || value > LARGEST) return { found, expected: "less than 10,000,000,000" };
  if (COUNTS_OF_CHANGE.has(measure) && !Number.isInteger(value)) return { found, expected: "a whole number" };
  if (measure === "survey" && value > 100) return { found, expected: "a percentage from 0 to 100" };
  return undefined;
}

const LARGEST = 1e10;

function conflict(before: number, value: number): Fault {
  return {
    found: `${value} where an earlier line says ${before}`,
    expected: "one value for an area, class, measure and period",
  };
}

/** A file names the same few periods over and over. */
function placesOf(): Reading["placeOf"] {
  const known = new Map<string, Place | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const place = placeOfPeriod(text);
    known.set(text, place);
    return place;
  };
}

function placeOfPeriod(text: string): Place | undefined {
  const period = maybePeriod(text);
  const months = STEPS.find((each) => period !== undefined && each === wholeMonths(period.from, period.to));
  return period === undefined || months === undefined ? undefined : { start: monthOf(period.from), months };
}

function quoted(text = ""): string {
  return `"${text.slice(0, 60)}"`;
}

/** Gathers the first faults, so that a file is not mended one line at a time. */
class Faults {
  readonly #file: string;
  readonly #listed: { readonly line: number; readonly fault: Fault }[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(line: number, fault: Fault): void {
    this.#count += 1;
    if (this.#listed.length < MOST_LISTED) this.#listed.push({ line, fault });
  }

  throwIfAny(): void {
    const [first] = this.#listed;
    if (first === undefined) return;
    const all = this.#listed.map(({ line, fault }) => `line ${line}: ${fault.found}`);
    const more = this.#count > all.length ? ` and ${this.#count - all.length} more` : "";
    throw new UserError({
      code: "E_OBSERVATIONS",
      found: `${this.#file}, ${all.join("; ")}${more}`,
      expected: [...new Set(this.#listed.map(({ fault }) => fault.expected))].join("; "),
      remedy: `Mend ${this.#count === 1 ? "the line" : "these lines"} or leave ${this.#count === 1 ? "it" : "them"} out.`,
    });
  }
}

const MOST_LISTED = 5;
