import type { Random } from "../random.ts";
import { everydayEvent, eventWith } from "./background.ts";
import { coursesOf, type CourseSettings } from "./courses.ts";
import type { Happening } from "./happening.ts";
import { lookalikesOf } from "./lookalikes.ts";
import type { Story } from "./story.ts";

/** One event that is to be recorded, and the story it belongs to. */
export interface Planned {
  readonly happening: Happening;
  readonly story: Story | undefined;
}

/** All that happens in a town, in the order in which it is reported. */
export interface Plan {
  readonly events: readonly Planned[];
  readonly stories: readonly Story[];
}

/** Everyday events for every person, so that mentions come to about two and a half each. */
const EVENTS_A_PERSON = 1.02;

/** Stories first, then everyday life, then something for whoever has not come to notice yet. */
export function planOf(streamOf: (topic: string) => Random, settings: CourseSettings): Plan {
  const { population } = settings;
  const stories = [...coursesOf(streamOf("courses"), settings), ...lookalikesOf(streamOf("lookalikes"), settings)];
  const told = stories.flatMap((story) => story.steps.map(({ happening }) => ({ happening, story })));
  const random = streamOf("everyday");
  const everyday = Array.from({ length: population.people.length * EVENTS_A_PERSON }, () =>
    everydayEvent(random, settings),
  );
  const met = new Set(
    [...told.map(({ happening }) => happening), ...everyday].flatMap(({ parts }) => parts.map(({ person }) => person)),
  );
  const further: Happening[] = [];
  for (const person of population.people) {
    if (met.has(person)) continue;
    const happening = eventWith(random, settings, person);
    further.push(happening);
    for (const part of happening.parts) met.add(part.person);
  }
  const untold = [...everyday, ...further].map((happening) => ({ happening, story: undefined }));
  return { stories, events: [...told, ...untold].toSorted((a, b) => a.happening.reportedAt - b.happening.reportedAt) };
}
