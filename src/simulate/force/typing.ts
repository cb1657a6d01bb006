import { happens, pick, type Random, whole } from "../random.ts";
import { type Day, dayOf, isoDay, partsOf } from "./calendar.ts";

/** A name with one slip of the kinds that fingers, ears and scanners make; a name of one letter stays. */
export function misspelt(random: Random, name: string): string {
  if (name.length < 3) return name;
  const slip = pick(random, SLIPS);
  const found = slip(random, name);
  return found === name || found === "" ? dropLetter(random, name) : found;
}

type Slip = (random: Random, name: string) => string;

const keyboard: Slip = (random, name) => {
  const at = whole(random, 1, name.length - 1);
  const near = NEIGHBOURS[(name[at] ?? "").toLowerCase()];
  return near === undefined ? name : `${name.slice(0, at)}${pick(random, near.split(""))}${name.slice(at + 1)}`;
};

const transpose: Slip = (random, name) => {
  const at = whole(random, 1, name.length - 2);
  return `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
};

const dropLetter: Slip = (random, name) => {
  const at = whole(random, 1, name.length - 1);
  return name.slice(0, at) + name.slice(at + 1);
};

const double: Slip = (random, name) => {
  const at = whole(random, 1, name.length - 1);
  return name.slice(0, at) + name[at] + name.slice(at);
};

/** One group of letters for another, wherever the first that fits stands. */
function replaceFirst(pairs: readonly (readonly [string, string])[]): Slip {
  return (random, name) => {
    const fitting = pairs.filter(([from]) => name.slice(1).includes(from));
    if (fitting.length === 0) return name;
    const [from, to] = pick(random, fitting);
    return (name[0] ?? "") + name.slice(1).replace(from, to);
  };
}

const SOUNDS = replaceFirst([
  ["ph", "f"],
  ["ie", "y"],
  ["ey", "y"],
  ["y", "ie"],
  ["ck", "k"],
  ["c", "k"],
  ["ee", "ea"],
  ["ea", "ee"],
  ["ll", "l"],
  ["tt", "t"],
  ["nn", "n"],
  ["z", "s"],
  ["s", "z"],
  ["ou", "u"],
  ["ei", "ie"],
  ["gh", ""],
  ["th", "t"],
  ["w", "v"],
  ["er", "a"],
  ["on", "en"],
]);

const SCANS = replaceFirst([
  ["rn", "m"],
  ["m", "rn"],
  ["l", "i"],
  ["i", "l"],
  ["o", "0"],
  ["cl", "d"],
  ["u", "v"],
  ["vv", "w"],
  ["h", "b"],
]);

/** Fingers most, ears often, scanners seldom. */
const SLIPS: readonly Slip[] = [
  keyboard,
  keyboard,
  transpose,
  transpose,
  dropLetter,
  dropLetter,
  double,
  SOUNDS,
  SOUNDS,
  SCANS,
];

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "qsz",
  b: "vn",
  c: "xv",
  d: "sfe",
  e: "wrd",
  f: "dgr",
  g: "fht",
  h: "gjy",
  i: "uok",
  j: "hku",
  k: "jli",
  l: "ko",
  m: "n",
  n: "bm",
  o: "ipl",
  p: "ol",
  q: "wa",
  r: "etf",
  s: "adw",
  t: "ryg",
  u: "yij",
  v: "cb",
  w: "qes",
  x: "zcs",
  y: "tuh",
  z: "xa",
};

/** A date of birth with a slip: day and month changed over, a year or ten out, one digit wrong. */
export function misdated(random: Random, bornOn: Day): string {
  const { year, month, day } = partsOf(bornOn);
  const slips = [
    () => (day <= 12 ? [year, day, month] : [year, month, day === 28 ? 27 : day + (day > 28 ? -1 : 1)]),
    () => [year + pick(random, [-10, -1, 1, 1, 10]), month, Math.min(day, 28)],
    () => [year, month, day > 9 && day < 20 ? day - 10 : Math.min(day + 10, 28)],
    () => [year, (month % 12) + 1, Math.min(day, 28)],
  ] as const;
  const [y = 0, m = 1, d = 1] = pick(random, slips)();
  return isoDay(dayOf(y, m, d));
}

/** What is typed for a date of birth that is not known. */
export function dateStandingIn(random: Random, bornOn: Day): string {
  const { year } = partsOf(bornOn);
  return happens(random, 0.55) ? `${year}-01-01` : "1900-01-01";
}

/** A number or postcode with one digit wrong. */
export function misnumbered(random: Random, text: string): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = places.length > 3 ? pick(random, places.slice(2)) : pick(random, places);
  return text.slice(0, at) + ((Number(text[at]) + whole(random, 1, 9)) % 10) + text.slice(at + 1);
}
