import { auditPairs, auditTestimony } from "./audits.ts";
import { isBlind } from "./deciding.ts";
import { deciderOf } from "./deciders.ts";
import { evidenceOf } from "./evidence.ts";
import { type Cause, CAUSES, type ChangeQuestion, type Explanation, type WeighedCause } from "./explanation.ts";
import { type Grid, gridOf, meanOver } from "./grid.ts";
import { repertoireOf } from "./mechanisms.ts";
import type { Months } from "./panel.ts";
import { paragraph } from "./paragraph.ts";
import { daysOf, sayMonths } from "./say.ts";
import { shareOfGroup, weighedCauses } from "./shares.ts";
import { standingsOf, type Stood } from "./standing.ts";
import { rulesThatTouch } from "./touching.ts";
import { courseOf } from "./views.ts";
import { type Ordinary, verdictOf } from "./verdict.ts";
import { type Account, accountsOf } from "./weigh.ts";
import { residentsLog, testimonies, type Testimony } from "./witnesses.ts";

/**
 * Why recorded crime moved between two periods: each rival cause with its standing, its part of the log change and
 * what speaks for and against it (docs/methods/explain.md). Where nothing can be said the verdict is `cannot-tell`,
 * with the reason; never an exception for want of data.
 */
export function explain(question: ChangeQuestion): Explanation {
  const grid = gridOf(question);
  const counts = { from: countOf(question, question.from), to: countOf(question, question.to) };
  const reason = unanswerable(question, grid, counts);
  if (grid === undefined || reason !== null) return unanswered(question, counts, reason ?? "Nothing is held.");
  const change = Math.log(counts.to! / counts.from!);
  const sized = { ...grid, size: change };
  const course = courseOf(question, sized);
  const known = residentsLog(question.panel, question.area, question);
  const heard = [...settled(question, testimonies(question)), ...auditTestimony(question)];
  const accounts = accountsOf({
    question,
    course,
    change,
    repertoire: repertoireOf(question, sized),
    testimonies: heard,
  });
  const chanceAlone = accounts.find(({ mechanisms }) => mechanisms.length === 0)!.probability;
  const ordinary = verdictOf(course, { change, chanceAlone });
  const weighed = weighedCauses(accounts, { course, change: change === 0 ? 1e-6 : change, known });
  const unexplained = weighed.find(({ cause }) => cause === "chance")!.middle;
  const isCounted = known !== 0;
  const standings = standingsOf(weighed, {
    accounts,
    testimonies: heard,
    verdict: ordinary.verdict,
    unexplained,
    isCounted,
  });
  const { inseparable } = standings;
  const jointShares = inseparable.map((group) => shareOfGroup(group, accounts, { course, change }));
  const joint = (cause: Cause) => {
    const k = inseparable.findIndex((group) => group.includes(cause));
    return k < 0 ? null : { share: jointShares[k]!, isBlind: isBlind(cause, inseparable[k]!, heard) };
  };
  const told = {
    question,
    accounts,
    testimonies: heard,
    change: change - known,
    verdict: ordinary.verdict,
    isCounted,
    joint,
  };
  const causes = standings.causes.map((stood) => causeOf(stood, told));
  return answer({ question, counts, change, ordinary, causes, inseparable, jointShares });
}

type Counts = { readonly from: number | null; readonly to: number | null };

/** The count of a period; where months are missing, what the others would make of it. */
function countOf({ panel, area, classes }: ChangeQuestion, period: Months): number | null {
  const parts = classes.flatMap((each) => {
    const series = panel.series("recorded", area, each);
    return series === undefined ? [] : [meanOver(series, period, "count")];
  });
  if (parts.length === 0 || parts.includes(null)) return null;
  return parts.reduce<number>((sum, part) => sum + part!, 0) * (period.last - period.first + 1);
}

/** Why a question cannot be answered; null when it can. */
function unanswerable(
  { panel, area, from, to }: ChangeQuestion,
  grid: Grid | undefined,
  counts: Counts,
): string | null {
  if (!panel.areas.includes(area)) return `Nothing is held of ${area}.`;
  if (grid === undefined)
    return `Nothing of this class is held of ${area} near ${sayMonths(from)} and ${sayMonths(to)}.`;
  if (counts.from === null) return `Less than half of ${sayMonths(from)} is held.`;
  if (counts.to === null) return `Less than half of ${sayMonths(to)} is held.`;
  if (counts.from === 0 && counts.to === 0) return "Nothing was recorded in either period.";
  if (counts.from === 0 || counts.to === 0) return "Nothing was recorded in one of the periods, so there is no ratio.";
  if (grid.length < FEWEST_STEPS) return `Only ${grid.length} points in time are held.`;
  return null;
}

/** A series of fewer points says nothing about its own spread. */
const FEWEST_STEPS = 4;

interface Telling {
  readonly question: ChangeQuestion;
  readonly accounts: readonly Account[];
  readonly testimonies: readonly Testimony[];
  readonly change: number;
  readonly verdict: Explanation["verdict"];
  /** Whether residents are known, so that their part is no guess. */
  readonly isCounted: boolean;
  /** What the causes that one is not told apart from make up with it, and whether nothing held could tell it from them. */
  readonly joint: (cause: Cause) => { readonly share: WeighedCause["share"]; readonly isBlind: boolean } | null;
}

function causeOf({ weighed, standing }: Stood, told: Telling): WeighedCause {
  const { cause, middle } = weighed;
  const bound =
    cause === "recording" && auditPairs(told.question).length > 0
      ? "if the class was recorded as the audits found crime to be"
      : null;
  return {
    cause,
    standing,
    share: statedShare({ weighed, standing }, told),
    middle,
    bound,
    evidence: evidenceOf(cause, told),
    decider: deciderOf(cause, told.question),
  };
}

/**
 * A cause that may or may not have acted has a part from none on, and one that stands in for others up to all that
 * they share; but where nothing held could tell them apart, only what they share is said. Of a change that is not
 * shown only chance has a part, and that may be all of it.
 */
function statedShare(
  { weighed: { cause, range }, standing }: Stood,
  { verdict, joint, isCounted }: Telling,
): WeighedCause["share"] {
  if (range === null || (cause === "population" && isCounted)) return range;
  if (standing === "ruled-out") return cause === "chance" ? range : null;
  if (verdict === "cannot-tell" || (verdict === "not-shown" && cause !== "chance")) return null;
  if (verdict === "not-shown")
    return { low: Math.min(1, Math.max(0, range.low)), high: Math.max(1, Math.min(MOST, range.high)) };
  if (cause === "chance" || standing === "supported") return range;
  const together = joint(cause);
  if (together?.isBlind === true) return null;
  const { low, high } = together?.share ?? range;
  return { low: Math.min(0, low), high: Math.max(0, high) };
}

/** Of a change that is not shown, parts larger than this are parts of next to nothing. */
const MOST = 1.5;

/** A class that another rule moved cannot testify to what the nation did; nor can one that had hardly begun. */
function settled(question: ChangeQuestion, heard: readonly Testimony[]): readonly Testimony[] {
  const { from, to, context } = question;
  const names = (rules: typeof context.rules) =>
    new Set(rules.flatMap(({ fromClass, toClass }) => [fromClass, toClass].filter((each) => each !== null)));
  const moved = names(context.rules.filter(({ month }) => month > from.first && month <= to.last));
  const own = names(rulesThatTouch(question));
  return heard.map((each) => {
    const isElsewhere = each.witness === "sibling" && each.scope !== "local" && moved.has(each.className);
    return isElsewhere && !own.has(each.className) ? { ...each, variance: each.variance + UNTOLD } : each;
  });
}

/** What a rule may have done to a class, as a variance of its log change. */
const UNTOLD = 0.5 ** 2;

interface Answer {
  readonly question: ChangeQuestion;
  readonly counts: Counts;
  readonly change: number;
  readonly ordinary: Ordinary;
  readonly causes: readonly WeighedCause[];
  readonly inseparable: Explanation["inseparable"];
  readonly jointShares: Explanation["jointShares"];
}

function answer({ question, counts, change, ordinary, causes, inseparable, jointShares }: Answer): Explanation {
  const { verdict, because, interval } = ordinary;
  const [from, to] = [Math.round(counts.from!), Math.round(counts.to!)];
  const said = {
    verdict,
    because,
    causes,
    inseparable,
    jointShares,
    interval,
    area: question.areaName ?? question.area,
    className: question.className,
    from: { said: sayMonths(question.from), count: from },
    to: { said: sayMonths(question.to), count: to },
  };
  const ratio = to / from;
  return {
    change: {
      ...asked(question, { from, to }),
      difference: to - from,
      ratio,
      percent: from < SMALLEST_BASE ? null : Math.round((ratio - 1) * 1000) / 10,
      interval,
      logChange: change,
    },
    verdict,
    because,
    causes,
    inseparable,
    jointShares,
    text: paragraph(said),
  };
}

/** A percentage on a base under this says less than the numbers. */
const SMALLEST_BASE = 50;

function asked({ area, className, from, to }: ChangeQuestion, counts: Counts) {
  return {
    area,
    class: className,
    from: { ...daysOf(from), count: counts.from },
    to: { ...daysOf(to), count: counts.to },
  };
}

/** The answer when there is none: every cause is open, and the reason is given. */
function unanswered(question: ChangeQuestion, counts: Counts, because: string): Explanation {
  return {
    change: {
      ...asked(question, counts),
      difference: null,
      ratio: null,
      percent: null,
      interval: null,
      logChange: null,
    },
    verdict: "cannot-tell",
    because,
    causes: CAUSES.map((cause) => ({
      cause,
      standing: "cannot-tell",
      share: null,
      middle: null,
      bound: null,
      evidence: [],
      decider: deciderOf(cause, question),
    })),
    inseparable: [],
    jointShares: [],
    text: `Why recorded ${question.className} in ${question.areaName ?? question.area} moved between ${sayMonths(question.from)} and ${sayMonths(question.to)} cannot be told. ${because}`,
  };
}
