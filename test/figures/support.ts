import { type Effects, parsePeriod, quietEffects } from "../../src/base/index.ts";
import { Session } from "../../src/engine/index.ts";
import { type Archive, answerFigures, type FigureQuestion, type FiguresAnswer } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { type Observation, observation } from "../../src/records/index.ts";

export const law = loadLaw();
export const effects: Effects = quietEffects();

/** An observation of an invented release; what matters is given, the rest is made up. */
export function observed(
  given: Partial<Observation> & Pick<Observation, "period_from" | "period_to" | "value">,
): Observation {
  return {
    area: "kent",
    class: "8Q",
    measure: "recorded",
    part: "",
    dataset: "ho-recorded-crime",
    release: "made-up",
    released: null,
    batch: "made-up",
    source_line: 2,
    source_rows: 1,
    ...given,
  };
}

/** An archive of just these observations, in a real DuckDB in memory. */
export async function archiveOf(observations: readonly Observation[]): Promise<Archive> {
  const session = await Session.open();
  await session.fill(
    observation,
    observations.map((each, i) => ({ ...each, source_line: i + 2 })),
  );
  return { law, session, build: null, batches: [], store: null };
}

/** Asks an archive in the words of the command line. */
export function ask(
  archive: Archive,
  { from, to, ...rest }: Omit<FigureQuestion, "from" | "to"> & { from: string; to: string },
): Promise<FiguresAnswer> {
  return answerFigures({ ...rest, from: parsePeriod(from), to: parsePeriod(to) }, archive);
}
