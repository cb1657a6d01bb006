import { sayDay } from "../base/index.ts";
import type { FiguresAnswer } from "../figures/index.ts";
import type { ReadClaim } from "./claim.ts";
import { type ComparedFigure, compareWithFigures, type FiguresComparison, type Finder } from "./compare.ts";
import type { LawNames } from "./names.ts";

export interface VintageContext {
  readonly finder: Finder;
  readonly law: LawNames;
  /** Day the text was written, `YYYY-MM-DD`. */
  readonly dated?: string | undefined;
}

/**
 * Holds a claim against the figures as they are known now and as they were known when the text was written. It agrees
 * when either does, and the reason says which; what was the same then and now is given once, as known then.
 */
export async function compareVintages(claim: ReadClaim, context: VintageContext): Promise<FiguresComparison> {
  const { finder, law, dated } = context;
  const held = new Set<string>();
  const knownNow: Finder = async (question) => {
    const answer = await finder(question);
    if (answer.figures.some(({ value }) => value !== null)) held.add(JSON.stringify(question));
    return answer;
  };
  const now = tagged(await compareWithFigures(claim, knownNow, law), null);
  if (dated === undefined || held.size === 0) return now;
  // What is not held at all was not held then: most questions need not be asked twice.
  const knownThen: Finder = (question) =>
    held.has(JSON.stringify(question)) ? finder({ ...question, knownOn: dated }) : Promise.resolve(NOTHING);
  const then = tagged(await compareWithFigures(claim, knownThen, law), dated);
  return then.compared.length === 0 ? now : joined(then, now, dated);
}

const NOTHING: FiguresAnswer = { figures: [], change: null, notes: [] };

/** Said once for a text, where figures were compared that no day of release is known for: they may be later than it. */
export function vintageNotes(all: readonly FiguresComparison[], dated: string | undefined): string[] {
  if (dated === undefined) return [];
  const undatable = all.some(({ compared }) =>
    compared.some(({ released, knownOn }) => knownOn === null && released === null),
  );
  const said = `Figures are compared as known now and as known on ${sayDay(dated)}; for that day releases whose own day is not known are left out.`;
  return undatable ? [said] : [];
}

function tagged(comparison: FiguresComparison, knownOn: string | null): FiguresComparison {
  return { ...comparison, compared: comparison.compared.map((entry) => Object.assign({}, entry, { knownOn })) };
}

function joined(then: FiguresComparison, now: FiguresComparison, dated: string): FiguresComparison {
  const fresh = now.compared.filter((entry) => !then.compared.some((other) => isSame(entry, other)));
  if (fresh.length === 0) return then;
  const agreeing = [then, now].find(({ status }) => status === "agrees");
  if (agreeing === undefined || then.status === now.status) {
    const status = agreeing === undefined ? now.status : "agrees";
    return {
      ...now,
      status,
      compared: [...then.compared.map((entry) => said(entry, dated)), ...fresh.map((entry) => said(entry, dated))],
    };
  }
  const compared = [...then.compared, ...fresh].map((entry) => said(entry, dated));
  return {
    ...agreeing,
    compared: compared.toSorted((a, b) => Number(b.status === "agrees") - Number(a.status === "agrees")),
  };
}

function isSame(a: ComparedFigure, b: ComparedFigure): boolean {
  const key = ({ classes, period, basePeriod, value, base, status, part }: ComparedFigure): string =>
    JSON.stringify([classes, period, basePeriod, value, base, status, part?.value ?? null]);
  return key(a) === key(b);
}

/** The reason with the day it speaks of. */
function said(entry: ComparedFigure, dated: string): ComparedFigure {
  const when = entry.knownOn === null ? "as known now" : `as known on ${sayDay(dated)}`;
  return { ...entry, reason: `${entry.reason}, ${when}` };
}
