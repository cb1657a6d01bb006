import { calendarQuarter, calendarYear, spanOf } from "../../base/index.ts";
import { answerFigures, type Archive, type FigureQuestion, type FiguresAnswer } from "../../figures/index.ts";
import { type Holdings, holdingsOf } from "./holdings.ts";

/** What the first page shows of a store. */
export interface FirstFinding {
  readonly change: FiguresAnswer;
  readonly quarters: FiguresAnswer;
  readonly holdings: Holdings;
}

const SUBJECT = { area: "kent", classes: "stalking-and-harassment" } as const;

/** How much recorded stalking and harassment changed in Kent, and how it went quarter by quarter. */
export async function firstFinding(archive: Archive): Promise<FirstFinding> {
  const years: FigureQuestion = { ...SUBJECT, from: calendarYear(2016), to: calendarYear(2017) };
  const stretch = spanOf(calendarQuarter(2014, 2), calendarQuarter(2018, 4));
  const quarters: FigureQuestion = { ...SUBJECT, from: stretch, to: stretch, by: "quarter" };
  return {
    change: await answerFigures(years, archive),
    quarters: await answerFigures(quarters, archive),
    holdings: await holdingsOf(archive),
  };
}
