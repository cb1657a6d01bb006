import type { CellMeasure, Measure, WorldShape } from "./kinds.ts";
import { between, happens, normal, pick, type Random, shuffled, whole } from "./random.ts";

/** A place and a stretch of time in which nothing particular happens. Areas and classes are told by their number. */
export interface Setting {
  readonly areas: readonly string[];
  /** The one asked about is ASKED, then DONOR, TWIN and others; a panel may leave the last ones out. */
  readonly classes: readonly string[];
  readonly area: number;
  readonly months: number;
  /** Counted from the year 0. */
  readonly start: number;
  readonly step: 1 | 3;
  /** Expected recorded a month at the start, by area and class. */
  readonly levels: readonly (readonly number[])[];
  readonly people: readonly number[];
  /** Log growth a year. */
  readonly drift: readonly number[];
  readonly areaSlope: readonly number[];
  readonly classSlope: readonly number[];
  /** Log height of the season and its phase in months, by class. */
  readonly season: readonly { readonly height: number; readonly phase: number }[];
  /** What is counted of a class for each recorded crime, or in days and percent. */
  readonly rates: readonly Readonly<Record<Exclude<CellMeasure, "recorded">, number>>[];
  readonly noise: NoiseSetting;
  readonly measures: readonly Measure[];
  /** How many areas the optional measures cover; the one asked about always. */
  readonly measuredAreas: "all" | "some";
  readonly surveyEvery: "month" | "year";
}

export interface NoiseSetting {
  readonly spread: WorldShape["spread"];
  /** Overdispersion of a month's count: variance is mean + mean² / theta. */
  readonly theta: number;
  /** Lag-1 autocorrelation and standard deviation (log) of each cell's own wandering. */
  readonly rho: number;
  readonly own: number;
  /** Standard deviation (log) of what all areas share by class, and of what all classes of an area share. */
  readonly national: number;
  readonly areal: number;
  /** Which part of the wandering calls and incidents share with what is recorded. */
  readonly demand: number;
  /** Relative error of a survey figure. */
  readonly survey: number;
}

export const ASKED = 0;
export const DONOR = 1;
export const TWIN = 2;

/** What a world has to have, whatever else is drawn. */
export interface SettingWish {
  /** Optional measures that must not be there. */
  readonly without: readonly Measure[];
  /** Optional measures that must be there, in all areas. */
  readonly needs?: readonly Measure[];
  readonly classes?: number;
}

export function settingOf(random: Random, wish: SettingWish): Setting {
  const [months, step] = lengthOf(random);
  const areas = shuffled(random, AREA_NAMES).slice(0, whole(random, 12, 44));
  const classes = shuffled(random, pick(random, CLASS_NAMES)).slice(0, wish.classes ?? whole(random, 3, 8));
  const numberOf = areas.length;
  return {
    areas,
    classes,
    area: whole(random, 0, numberOf - 1),
    months,
    step,
    start: 12 * whole(random, 2008, 2014) + pick(random, [0, 3]),
    levels: levelsOf(random, { areas: numberOf, classes: classes.length }),
    people: areas.map(() => Math.round(700_000 * Math.exp(0.5 * normal(random)))),
    drift: areas.map(() => 0.006 + 0.004 * normal(random)),
    areaSlope: areas.map(() => 0.015 * normal(random)),
    classSlope: classes.map(() => 0.015 * normal(random)),
    season: classes.map(() => ({ height: between(random, 0, 0.2), phase: between(random, 0, 12) })),
    rates: classes.map(() => ratesOf(random)),
    noise: noiseOf(random),
    measures: measuresOf(random, wish),
    measuredAreas: happens(random, 0.8) || wish.needs !== undefined ? "all" : "some",
    surveyEvery: pick(random, ["month", "year", "year"]),
  };
}

function lengthOf(random: Random): [number, 1 | 3] {
  const months = pick(random, [24, 36, 36, 48, 48, 60, 72, 84, 96, 120, 3 * whole(random, 8, 40)]);
  return [months, happens(random, 0.15) ? 3 : 1];
}

/** 8 to 800 a month in the middle area for the class asked about; the sibling larger, so that it can give. */
function levelsOf(random: Random, size: { readonly areas: number; readonly classes: number }): number[][] {
  const middle = Math.exp(between(random, Math.log(8), Math.log(800)));
  const spread = between(random, 0.2, 0.6);
  const parts = Array.from({ length: size.classes }, (_, i) => classPart(random, i));
  return Array.from({ length: size.areas }, () => {
    const place = middle * Math.exp(spread * normal(random));
    return parts.map((part) => Math.min(800, Math.max(8, place)) * part * Math.exp(0.15 * normal(random)));
  });
}

function classPart(random: Random, number: number): number {
  if (number === ASKED) return 1;
  return number === DONOR ? between(random, 1.3, 4) : Math.exp(between(random, Math.log(0.3), Math.log(4)));
}

function ratesOf(random: Random): Setting["rates"][number] {
  return {
    calls: between(random, 1.2, 3),
    incidents: between(random, 0.3, 1.2),
    cancelled: between(random, 0.03, 0.1),
    historic: between(random, 0.03, 0.14),
    reporting_delay: between(random, 1.5, 14),
    survey: between(random, 0.6, 6),
  };
}

function noiseOf(random: Random): NoiseSetting {
  const spread = pick(random, ["poisson", "overdispersed", "autocorrelated"] as const);
  return {
    spread,
    theta: spread === "poisson" ? Infinity : between(random, 25, 120),
    rho: between(random, 0.4, 0.8),
    own: spread === "autocorrelated" ? between(random, 0.04, 0.12) : 0,
    national: between(random, 0, 0.05),
    areal: happens(random, 0.5) ? 0 : between(random, 0, 0.03),
    demand: between(random, 0, 1),
    survey: between(random, 0.02, 0.1),
  };
}

const OPTIONAL: readonly Measure[] = [
  "calls",
  "incidents",
  "cancelled",
  "historic",
  "reporting_delay",
  "survey",
  "population",
];

/** All, none, or each with a chance of its own. */
function measuresOf(random: Random, { without, needs = [] }: SettingWish): Measure[] {
  const probability = pick(random, [0, 0.4, 0.6, 0.8, 1]);
  const drawn = new Set(OPTIONAL.filter(() => happens(random, probability)));
  return OPTIONAL.filter((measure) => needs.includes(measure) || (drawn.has(measure) && !without.includes(measure)));
}

const AREA_NAMES = ["north", "south", "east", "west", "upper", "nether"].flatMap((side) =>
  ["marsh", "ford", "holt", "combe", "wick", "fell", "stoke", "mere"].map((place) => `${side}${place}`),
);

/** Some worlds wear real codes, as files do; their numbers are invented all the same. */
const CLASS_NAMES: readonly (readonly string[])[] = [
  ["pursuit", "menace", "letters", "affray", "trespass", "burning", "pilfering", "counterfeit"],
  ["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"],
  ["8L", "8M", "8N", "8P", "8Q", "8R", "66", "105A"],
];
