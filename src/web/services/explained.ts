import { answerFigures, type Archive, type FiguresAnswer } from "../../figures/index.ts";
import { builtInQuestion, type ChangeQuestion, type Explanation, explain } from "../../explain/index.ts";
import { lowerFirst } from "../presenters/say.ts";
import type { Asked } from "../routes/ask.ts";

/** A question as it was put together from what is held, before it is weighed. */
export interface Gathered {
  readonly asked: Asked;
  readonly areaName: string;
  readonly question: ChangeQuestion;
  readonly notes: readonly string[];
}

/** A change, weighed, and the figures of its two periods with what they rest on. */
export interface Explained extends Gathered {
  readonly explanation: Explanation;
  readonly figures: FiguresAnswer;
}

/** Puts together what is held about a change. */
export async function gathered(archive: Archive, asked: Asked): Promise<Gathered> {
  const { question, notes } = await builtInQuestion(archive, asked);
  const areaName = archive.law.areaBySlug.get(question.area)?.name ?? question.area;
  return { asked, areaName, question: { ...question, areaName, className: lowerFirst(question.className) }, notes };
}

/** Weighs why a figure moved. */
export async function explained(archive: Archive, asked: Asked): Promise<Explained> {
  const [found, figures] = [await gathered(archive, asked), await answerFigures(asked, archive)];
  return { ...found, explanation: explain(found.question), figures };
}
