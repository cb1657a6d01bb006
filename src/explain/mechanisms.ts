import type { ChangeQuestion } from "./explanation.ts";
import type { RuleChange } from "./context.ts";
import type { Cause } from "./explanation.ts";
import type { Grid } from "./grid.ts";
import { eventsThatTouch, rulesThatTouch } from "./touching.ts";
import type { Scope } from "./witnesses.ts";
import { decayShape, pulseShape, rampShape, type Shape, slopeShape, stepShape } from "./shapes.ts";

/** Where a mechanism acts: here apart from the others, everywhere alike, or here and there by different amounts. */
export type Reach = "local" | "national" | "both";

/** One way in which one cause could have worked: where, from when, and with what shape. */
export interface Mechanism {
  readonly cause: Exclude<Cause, "chance">;
  readonly reach: Reach;
  /** Its possible shapes: one where the date is known, several where it must be found. */
  readonly shapes: readonly number[];
  /** How probable it is before anything is seen, as a multiple of its cause's. */
  readonly weight: number;
  /** +1 or −1 where only one direction makes sense. */
  readonly sign: 1 | -1 | 0;
  /** The class that loses what this one gains, or gains what it loses. */
  readonly counterpart: string | null;
  readonly rule: RuleChange | null;
  /** The name of the date it is tied to. */
  readonly dated: string | null;
}

/** Every mechanism that the calendar and the panel allow, and the shapes they draw on. */
export interface Repertoire {
  readonly shapes: readonly Shape[];
  readonly mechanisms: readonly Mechanism[];
}

/** Lists what could have moved the counts between the two periods. */
export function repertoireOf(question: ChangeQuestion, grid: Grid): Repertoire {
  const shapes: Shape[] = [];
  const keep = (shape: Shape) => shapes.push(shape) - 1;
  const free = freeShapes(question, grid).map(keep);
  const pulses = pulseShapes(question, grid).map(keep);
  const dated = datedShapes(question, grid).map(({ title, shapes: each }) => ({ title, shapes: each.map(keep) }));
  const rules = rulesThatTouch(question).map((rule) => ({
    rule,
    shape: keep(stepShape(grid, rule.month)),
    slow: takenUp(question, grid, rule).map(keep),
  }));
  const events = eventsThatTouch(question).map(({ date, title }) => ({
    title,
    shapes: FADES.map((fading) => keep(decayShape(grid, date, fading))),
  }));
  const mechanisms = [
    ...rules.flatMap(({ rule, shape, slow }) => [
      ...ruleMechanisms(question, rule, { shapes: [shape], weight: 1 - SLOWLY }),
      ...(slow.length === 0 ? [] : ruleMechanisms(question, rule, { shapes: slow, weight: SLOWLY })),
    ]),
    ...officerMechanisms(question, { free, dated }),
    ...(free.length === 0 ? [] : outsideMechanisms(free)),
    ...events.flatMap(({ title, shapes: each }) => eventMechanisms(title, each)),
    ...(pulses.length === 0 ? [] : [mechanism({ cause: "data-error", reach: "local", shapes: pulses })]),
    ...populationMechanisms(question, [
      keep(slopeShape(grid, grid.start)),
      ...free.filter((k) => shapes[k]!.kind === "ramp"),
    ]),
  ];
  return { shapes, mechanisms };
}

type Sketch = Pick<Mechanism, "cause" | "reach" | "shapes"> & Partial<Mechanism>;

function mechanism(sketch: Sketch): Mechanism {
  return { weight: 1, sign: 0, counterpart: null, rule: null, dated: null, ...sketch };
}

/** Steps and ramps that could begin at any month that tells the two periods apart. */
function freeShapes({ from, to }: ChangeQuestion, grid: Grid): readonly Shape[] {
  const months: number[] = [];
  for (let month = grid.start + grid.months; month < grid.start + grid.length * grid.months; month += grid.months) {
    if (month > from.first - 12 && month <= to.last) months.push(month);
  }
  const inside = months.filter((month) => month > from.first);
  const ramps =
    grid.months === 12 ? [] : months.flatMap((month) => RAMPS.map((lasting) => rampShape(grid, month, lasting)));
  return [...inside.map((month) => stepShape(grid, month)), ...ramps].filter((shape) =>
    tells(shape, grid, { from, to }),
  );
}

const RAMPS = [6, 12, 24];
const FADES = [0.5, 1, 2, 4].flatMap((lasting) => [0, 3, 15].map((times) => ({ lasting, times })));

/** Whether a shape stands higher in one period than in the other by a tenth of its height. */
function tells(shape: Shape, grid: Grid, { from, to }: Pick<ChangeQuestion, "from" | "to">): boolean {
  const mean = (period: typeof from) => {
    let [sum, known] = [0, 0];
    for (let i = 0; i < grid.length; i++) {
      const month = grid.start + i * grid.months;
      if (month < period.first || month > period.last) continue;
      sum += shape.values[i]!;
      known++;
    }
    return known === 0 ? 0 : sum / known;
  };
  return Math.abs(mean(to) - mean(from)) >= 0.1;
}

/** One odd step alone, in either period; one in which a rule begins is the rule's: what it lets in may come all at once. */
function pulseShapes(question: ChangeQuestion, grid: Grid): readonly Shape[] {
  if (grid.months === 12) return [];
  const { from, to } = question;
  const begins = rulesThatTouch(question).map(({ month }) => month);
  const steps = Array.from({ length: grid.length }, (_, i) => i).filter((i) => {
    const month = grid.start + i * grid.months;
    if (begins.some((each) => each >= month && each < month + grid.months)) return false;
    return (month >= from.first && month <= from.last) || (month >= to.first && month <= to.last);
  });
  return steps.map((i) => pulseShape(grid, i));
}

/** From the dates at which officers were trained or inspected. */
function datedShapes(question: ChangeQuestion, grid: Grid) {
  const { area, context } = question;
  const training = context.training.filter((each) => each.area === area);
  const audits = context.audits.filter((each) => each.area === area);
  const dates = [
    ...training.map(({ month, title }) => ({ month, title })),
    ...audits.map(({ last, title }) => ({ month: last + 1, title })),
    ...audits.map(({ first, title }) => ({ month: first, title })),
  ];
  return dates
    .filter(({ month }) => month > question.from.first - RAMPS[0]!)
    .map(({ month, title }) => {
      const each = [stepShape(grid, month), ...RAMPS.map((lasting) => rampShape(grid, month, lasting))];
      return { title, shapes: each.filter((shape) => tells(shape, grid, question)) };
    })
    .filter(({ shapes }) => shapes.length > 0);
}

/** A counting rule that asks officers to look at a case in another way is taken up over months; a law begins on its day. */
function takenUp(question: ChangeQuestion, grid: Grid, { month, basis }: RuleChange): readonly Shape[] {
  if (basis === "law" || grid.months === 12) return [];
  return [3, 6, 12].map((lasting) => rampShape(grid, month, lasting)).filter((shape) => tells(shape, grid, question));
}

/** How much of what rules do is thought to come over months. */
const SLOWLY = 0.25;

function ruleMechanisms(
  { classes }: ChangeQuestion,
  rule: RuleChange,
  { shapes, weight }: Pick<Mechanism, "shapes" | "weight">,
): readonly Mechanism[] {
  const gains = rule.toClass !== null && classes.includes(rule.toClass);
  const of: Omit<Sketch, "reach"> = {
    cause: rule.basis === "law" ? "law-change" : "counting-rule",
    shapes,
    sign: gains ? 1 : -1,
    counterpart: gains ? rule.fromClass : rule.toClass,
    rule,
    dated: rule.title,
  };
  return [
    mechanism({ ...of, reach: "national", weight: 0.8 * weight }),
    mechanism({ ...of, reach: "both", weight: 0.2 * weight }),
  ];
}

interface Dates {
  readonly free: readonly number[];
  readonly dated: readonly { readonly title: string; readonly shapes: readonly number[] }[];
}

/** What officers of this force may have done: record more of what is told them, or tell classes apart otherwise. */
function officerMechanisms({ panel, classes, area }: ChangeQuestion, { free, dated }: Dates): readonly Mechanism[] {
  const when = [
    ...dated.map(({ title, shapes }) => ({ shapes, dated: title, weight: DATED / dated.length })),
    ...(free.length === 0 ? [] : [{ shapes: free, dated: null, weight: dated.length === 0 ? 1 : 1 - DATED }]),
  ];
  const counterparts = panel.classes.filter(
    (each) => !classes.includes(each) && panel.series("recorded", area, each) !== undefined,
  );
  return when.flatMap(({ shapes, dated: title, weight }) => [
    mechanism({ cause: "recording", reach: "local", shapes, weight: weight * 0.9, dated: title }),
    mechanism({ cause: "recording", reach: "national", shapes, weight: weight * 0.1, dated: title }),
    mechanism({
      cause: "classification",
      reach: "local",
      shapes,
      weight: weight * (counterparts.length === 0 ? 1 : UNSEEN),
      dated: title,
    }),
    ...counterparts.map((counterpart) =>
      mechanism({
        cause: "classification",
        reach: "local",
        shapes,
        weight: weight / counterparts.length,
        dated: title,
        counterpart,
      }),
    ),
  ]);
}

/** How much classification is thought to be out of classes that are not held, where some are. */
const UNSEEN = 0.05;

/** How much of what officers do is thought to begin at a known date, where there is one. */
const DATED = 0.6;

function outsideMechanisms(free: readonly number[]): readonly Mechanism[] {
  const reaches: readonly (readonly [Reach, number])[] = [
    ["local", 0.4],
    ["national", 0.4],
    ["both", 0.2],
  ];
  return (["reporting", "real-change"] as const).flatMap((cause) =>
    reaches.map(([reach, weight]) => mechanism({ cause, reach, shapes: free, weight })),
  );
}

function eventMechanisms(title: string, shapes: readonly number[]): readonly Mechanism[] {
  const of = { cause: "event", shapes, dated: title } as const;
  return [
    mechanism({ ...of, reach: "national", weight: 0.4 }),
    mechanism({ ...of, reach: "both", weight: 0.4 }),
    mechanism({ ...of, reach: "local", weight: 0.2 }),
  ];
}

/** Where residents are known they are taken out beforehand; where not, all classes may have drifted with them. */
function populationMechanisms({ panel, area }: ChangeQuestion, shapes: readonly number[]): readonly Mechanism[] {
  if (panel.series("population", area, "all") !== undefined) return [];
  return [mechanism({ cause: "population", reach: "local", shapes })];
}

/** Which of the two views a mechanism adds to. */
export function viewsOf(reach: Reach): readonly Exclude<Scope, "own">[] {
  return reach === "both" ? ["local", "national"] : [reach];
}
