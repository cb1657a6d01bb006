import { between, happens, type Random, whole } from "../random.ts";
import { type Day, FIRST_DAY, isoDay, LAST_DAY } from "./calendar.ts";
import type { Officer } from "./officers.ts";

/** A course of training that somebody completed. */
interface Completed {
  readonly course: string;
  readonly on: Day;
  readonly until: Day;
}

/** What each officer has been trained in, and whether they were on a day. */
export interface Training {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly isTrained: (officer: Officer, course: string, day: Day) => boolean;
}

/** Courses, the share of staff who take each, and how many years it counts. */
const COURSES = [
  { course: "stalking-and-harassment", share: 0.55, years: 2 },
  { course: "dash-risk-assessment", share: 0.7, years: 3 },
  { course: "crime-recording", share: 0.6, years: 3 },
  { course: "hate-crime", share: 0.5, years: 3 },
] as const;

export const STALKING_COURSE = COURSES[0].course;

/** The training of some officers; detectives of vulnerability teams more than others, and some have let it lapse. */
export function trainingOf(random: Random, officers: readonly Officer[]): Training {
  const completed = new Map(officers.map((officer) => [officer.id, completedBy(random, officer)]));
  return {
    rows: officers.flatMap(({ id, force }) =>
      (completed.get(id) ?? []).map(({ course, on, until }) => ({
        officer: id,
        course,
        completed_at: isoDay(on),
        valid_until: isoDay(until),
        force,
      })),
    ),
    isTrained: ({ id }, course, day) =>
      (completed.get(id) ?? []).some((each) => each.course === course && each.on <= day && day <= each.until),
  };
}

function completedBy(random: Random, { unit }: Officer): Completed[] {
  const keen = unit.endsWith("vulnerability") ? 1.4 : between(random, 0.6, 1.1);
  return COURSES.flatMap(({ course, share, years }) => {
    if (!happens(random, Math.min(0.97, share * keen))) return [];
    const first = whole(random, FIRST_DAY - 300, LAST_DAY - 100);
    const again = first + years * 365 + whole(random, -60, 200);
    const times = again < LAST_DAY && happens(random, 0.6) ? [first, again] : [first];
    return times.map((on) => ({ course, on, until: on + years * 365 }));
  });
}
