import type { Person } from "./kinds.ts";
import type { Recorded, Recorder } from "./recorder.ts";
import type { Story } from "./story.ts";

export interface TruthInput {
  readonly town: number;
  readonly twins: readonly (readonly [Person, Person])[];
  readonly stories: readonly Story[];
  readonly recordsOf: (story: Story) => readonly Recorded[];
}

/** Writes what is true beside what was recorded: twins, courses, what only looks like one, and the acts that texts tell. */
export function addTruth(recorder: Recorder, { town, twins, stories, recordsOf }: TruthInput): void {
  for (const [one, other] of twins) recorder.add("trueTwins", { person_a: one.id, person_b: other.id });
  for (const [i, story] of stories.entries()) {
    const refOf = refsOf(recordsOf(story));
    const refs = story.steps.map(({ happening }) => refOf(happening));
    const { kind, victim, suspect, index } = story;
    if (story.isCourse) {
      recorder.add("trueCourses", {
        course: `course-${town}-${i}`,
        suspect_person: suspect?.id ?? "",
        victim_person: victim.id,
        event_refs: refs.join(";"),
        index_event: index === undefined ? "" : (refs[index] ?? ""),
        kind,
      });
    } else {
      const persons = { person_a: victim.id, person_b: suspect?.id ?? "" };
      recorder.add("trueLookalikes", {
        lookalike: `lookalike-${town}-${i}`,
        kind,
        ...persons,
        event_refs: refs.join(";"),
      });
    }
    for (const [step, { acts }] of story.steps.entries())
      recorder.add("trueActs", { event_ref: refs[step] ?? "", acts: acts.join(";") });
  }
}

function refsOf(records: readonly Recorded[]): (happening: Recorded["happening"]) => string {
  const known = new Map(records.map(({ happening, eventRef }) => [happening, eventRef]));
  return (happening) => known.get(happening) ?? "";
}
