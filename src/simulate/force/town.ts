import { type Random, randomOf, whole } from "../random.ts";
import { addActions } from "./actions.ts";
import { castOf } from "./cast.ts";
import { BORDER_DISTRICT, FORCES, HOME_FORCE } from "./forces.ts";
import { type Officer, officersOf } from "./officers.ts";
import { addOrder } from "./orders.ts";
import { planOf, type Planned } from "./plan.ts";
import { type Town, townOf } from "./places.ts";
import { populationOf } from "./population.ts";
import type { Realm } from "./realm.ts";
import { type Recorded, type Recorder, recorderOf } from "./recorder.ts";
import { trainingOf } from "./staff.ts";
import type { Story } from "./story.ts";
import type { TableRows } from "./tables.ts";
import { addTruth } from "./truth.ts";

/** All rows of one town: its people, what happens to them, how that is written down, what is done about it, and the truth. */
export function townRows(realm: Realm, { number, size }: { number: number; size: number }): TableRows {
  const streamOf = (topic: string): Random => randomOf("force", realm.seed, realm.world.name, number, topic);
  const town = townOf(streamOf("places"), number);
  const population = populationOf(streamOf("people"), { ...realm, town, size });
  const officers = new Map(
    FORCES.map(({ slug }) => [slug, staffOf(realm, streamOf(`officers ${slug}`), { slug, town, size })]),
  );
  const plan = planOf(streamOf, { ...realm, town, population, cast: castOf(population) });
  const recorder = recorderOf(streamOf("records"), { ...realm, town, officers });
  const recorded = plan.events.map((planned) => ({ planned, record: recorder.record(planned.happening) }));
  const byStory = Map.groupBy(recorded, ({ planned }) => planned.story);
  const recordsOf = (story: Story): Recorded[] => (byStory.get(story) ?? []).map(({ record }) => record);
  addPractice(streamOf, recorder, { officers, recorded });
  const orders = streamOf("orders");
  for (const story of plan.stories) addStoryOrder(orders, recorder, { story, recorded: recordsOf(story) });
  addTruth(recorder, { town: number, twins: population.twins, stories: plan.stories, recordsOf });
  const residents = size * 14 + whole(streamOf("district"), 0, 4000);
  recorder.add("districts", { district: town.district, population: String(residents), force: HOME_FORCE });
  return recorder.rows;
}

interface Staffed {
  readonly slug: string;
  readonly town: Town;
  readonly size: number;
}

function staffOf({ world }: Realm, random: Random, { slug, town, size }: Staffed): Officer[] {
  const count = Math.min(90, Math.max(6, Math.round(size / 30)));
  const home = slug === HOME_FORCE;
  return officersOf(random, {
    force: slug,
    town: town.number,
    count: home ? count : Math.ceil(count / 3),
    slips: world.slips,
    district: home ? town.district : BORDER_DISTRICT,
  });
}

interface Practised {
  readonly officers: ReadonlyMap<string, readonly Officer[]>;
  readonly recorded: readonly { readonly planned: Planned; readonly record: Recorded }[];
}

/** Staff, their training, and what they did. */
function addPractice(streamOf: (topic: string) => Random, recorder: Recorder, { officers, recorded }: Practised): void {
  const everyone = [...officers.values()].flat();
  const training = trainingOf(streamOf("training"), everyone);
  for (const { id, unit, role, force } of everyone) recorder.add("staff", { officer: id, unit, role, force });
  for (const row of training.rows) recorder.add("training", row);
  const random = streamOf("actions");
  for (const { planned, record } of recorded) {
    const colleagues = officers.get(record.happening.force) ?? [];
    addActions(random, recorder, {
      recorded: record,
      training,
      officers: colleagues,
      inCourse: planned.story?.isCourse === true,
    });
  }
}

function addStoryOrder(
  random: Random,
  recorder: Recorder,
  { story, recorded }: { story: Story; recorded: readonly Recorded[] },
): void {
  const { order, suspect: subject, victim: protects } = story;
  if (order !== undefined && subject !== undefined) addOrder(random, recorder, { order, subject, protects, recorded });
}
