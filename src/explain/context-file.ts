import { dayRange, maybePeriod, type Period, UserError } from "../base/index.ts";
import type { Audit, Context, Occurrence, RuleChange, Training } from "./context.ts";
import {
  type ContextFile,
  readShape,
  type WrittenAudit,
  type WrittenEvent,
  type WrittenRule,
  type WrittenTraining,
} from "./context-shape.ts";
import { monthOf, sayMonth } from "./months.ts";
import type { Panel } from "./panel.ts";
import { readText } from "./text-file.ts";

/** What is known to have happened, and what of the file could not be used. */
export interface ContextRead {
  readonly context: Context;
  readonly notes: readonly string[];
}

const LARGEST_FILE_BYTES = 16 * 1024 * 1024;

/**
 * Reads a context file for a panel. What contradicts itself is refused with its JSON path (`E_CONTEXT`); what names
 * areas or classes that the panel has not is left out and noted, so that a context made for more still serves.
 */
export async function readContext(file: string, panel: Panel): Promise<ContextRead> {
  return contextOf(await readText(file, LARGEST_FILE_BYTES), file, panel);
}

/** The same from a text; `file` is the name to tell faults under. */
export async function contextOf(text: string, file: string, panel: Panel): Promise<ContextRead> {
  const written = await readShape(text, file);
  const reading = new Reading(file, panel);
  const context: Context = {
    rules: written.rules.flatMap((each, i) => reading.rule(each, `rules[${i}]`)),
    audits: written.audits.flatMap((each, i) => reading.audit(each, `audits[${i}]`)),
    events: written.events.flatMap((each, i) => reading.event(each, `events[${i}]`)),
    training: written.training.flatMap((each, i) => reading.trained(each, `training[${i}]`)),
  };
  refuseContradictions(context, file);
  return { context: withoutRepeats(context), notes: [...unreadNote(written, file), ...reading.notes()] };
}

class Reading {
  readonly #file: string;
  readonly #areas: ReadonlyMap<string, string>;
  readonly #classes: ReadonlyMap<string, string>;
  readonly #absent: { readonly path: string; readonly name: string }[] = [];

  constructor(file: string, panel: Panel) {
    this.#file = file;
    this.#areas = byLowerCase(panel.areas);
    this.#classes = byLowerCase(panel.classes);
  }

  rule(written: WrittenRule, path: string): RuleChange[] {
    const { kind, basis = "rule", source = null } = written;
    const wants = { moved: ["fromClass", "toClass"], added: ["toClass"], removed: ["fromClass"] } as const;
    for (const part of wants[kind]) {
      if (written[part] == null) throw this.#fault(`${path}.${part} is missing`, `a class: what is ${kind}`);
    }
    const [fromClass, toClass] = [written.fromClass ?? null, written.toClass ?? null];
    if (fromClass !== null && fromClass === toClass) {
      throw this.#fault(`${path} goes from ${fromClass} to ${fromClass}`, "two different classes");
    }
    const month = monthOf(this.#stretch(written.from, `${path}.from`).from);
    const names = [fromClass, toClass].filter((each) => each !== null);
    const known = names.filter((each) => this.#class(each, path) !== undefined);
    if (known.length === 0) return [];
    const here = (name: string | null) => (name === null ? null : (this.#classes.get(name.toLowerCase()) ?? name));
    const title = written.title ?? `${RULE_TITLES[kind](fromClass, toClass)} from ${sayMonth(month)}`;
    return [{ month, kind, fromClass: here(fromClass), toClass: here(toClass), basis, title, source }];
  }

  audit(written: WrittenAudit, path: string): Audit[] {
    const [from, to] = [this.#stretch(written.from, `${path}.from`), this.#stretch(written.to, `${path}.to`)];
    if (to.to < from.from) {
      throw this.#fault(`${path} ends (${written.to}) before it begins (${written.from})`, "from before to");
    }
    const area = this.#area(written.area, path);
    const classes = this.#classesOf(written.classes, path);
    if (area === undefined || (classes !== "all" && classes.length === 0)) return [];
    const { recorded, margin = null, source = null } = written;
    const title = written.title ?? `Audit of ${area}: ${Number((recorded * 100).toFixed(2))} % recorded`;
    return [{ area, classes, first: monthOf(from.from), last: monthOf(to.to), recorded, margin, title, source }];
  }

  event(written: WrittenEvent, path: string): Occurrence[] {
    const { from: date } = this.#stretch(written.date, `${path}.date`);
    const named = this.#classesOf(written.classes, path);
    const classes = named === "all" ? [...this.#classes.values()] : named;
    const twins = this.#classesOf(written.twins ?? [], path);
    if (classes.length === 0 || twins === "all") return [];
    const both = twins.find((each) => classes.includes(each));
    if (both !== undefined)
      throw this.#fault(`${path} has ${both} as a class and as its twin`, "twins that are other classes");
    const title = written.title ?? `Event of ${date}`;
    return [{ date, month: monthOf(date), classes, twins, title, source: written.source ?? null }];
  }

  trained(written: WrittenTraining, path: string): Training[] {
    const month = monthOf(this.#stretch(written.from, `${path}.from`).from);
    const area = this.#area(written.area, path);
    if (area === undefined) return [];
    const title = written.title ?? `Training in ${area} from ${sayMonth(month)}`;
    return [{ area, month, title, source: written.source ?? null }];
  }

  /** What was left out, in one sentence. */
  notes(): string[] {
    if (this.#absent.length === 0) return [];
    const said = this.#absent.slice(0, 5).map(({ path, name }) => `${name} (${path})`);
    const more = this.#absent.length > said.length ? ` and ${this.#absent.length - said.length} more` : "";
    return [
      `${this.#file} names what the observations have not: ${said.join(", ")}${more}. What names nothing else is left out.`,
    ];
  }

  #classesOf(written: string | readonly string[], path: string): readonly string[] | "all" {
    const names = typeof written === "string" ? [written] : written;
    if (names.some((each) => each.toLowerCase() === "all")) return "all";
    return [...new Set(names.flatMap((each) => this.#class(each, path) ?? []))];
  }

  #class(name: string, path: string): string | undefined {
    return this.#known(this.#classes, name, path);
  }

  #area(name: string, path: string): string | undefined {
    return this.#known(this.#areas, name, path);
  }

  #known(names: ReadonlyMap<string, string>, name: string, path: string): string | undefined {
    const found = names.get(name.toLowerCase());
    if (found === undefined) this.#absent.push({ path, name });
    return found;
  }

  /** Any period, or a day. */
  #stretch(text: string, path: string): Pick<Period, "from" | "to"> {
    const period = maybePeriod(text) ?? maybeDay(text);
    if (period === undefined)
      throw this.#fault(`${path} is "${text.slice(0, 60)}"`, "a month such as 2017-04, or a day");
    return period;
  }

  #fault(found: string, expected: string): UserError {
    return new UserError({ code: "E_CONTEXT", found: `${this.#file}, ${found}`, expected });
  }
}

const RULE_TITLES: Readonly<Record<RuleChange["kind"], (from: string | null, to: string | null) => string>> = {
  moved: (from, to) => `Moved from ${from} to ${to}`,
  added: (_, to) => `Added to ${to}`,
  removed: (from) => `Removed from ${from}`,
};

function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((each) => [each.toLowerCase(), each]));
}

function maybeDay(text: string): Period | undefined {
  const month = /^\d{4}-\d\d-\d\d$/.test(text) ? maybePeriod(text.slice(0, 7)) : undefined;
  return month === undefined || text < month.from || text > month.to ? undefined : dayRange(text, text);
}

/** Two statements that cannot both hold. */
function refuseContradictions({ rules, audits }: Context, file: string): void {
  const clash = (found: string, expected: string) =>
    new UserError({ code: "E_CONTEXT", found: `${file} contradicts itself: ${found}`, expected });
  for (const [i, one] of rules.entries()) {
    const other = rules.slice(i + 1).find((each) => each.month === one.month && areAtOdds(one, each));
    if (other !== undefined) throw clash(`“${one.title}” and “${other.title}”`, "one of the two rules");
  }
  for (const [i, one] of audits.entries()) {
    const other = audits.slice(i + 1).find((each) => isSameAudit(one, each) && each.recorded !== one.recorded);
    if (other === undefined) continue;
    throw clash(`“${one.title}” and “${other.title}” of the same classes and months`, "one result of an audit");
  }
}

/** Moved is not removed, removed is not added, and nothing moves to and fro on one day. */
function areAtOdds(a: RuleChange, b: RuleChange): boolean {
  const kinds = [a.kind, b.kind].toSorted().join(" ");
  if (kinds === "moved removed") return a.fromClass === b.fromClass;
  if (kinds === "added removed") return (a.toClass ?? a.fromClass) === (b.toClass ?? b.fromClass);
  return kinds === "moved moved" && a.fromClass === b.toClass && a.toClass === b.fromClass;
}

function isSameAudit(a: Audit, b: Audit): boolean {
  const classes = ({ classes: each }: Audit) => (each === "all" ? "all" : each.toSorted().join("+"));
  return a.area === b.area && a.first === b.first && a.last === b.last && classes(a) === classes(b);
}

function withoutRepeats({ rules, audits, events, training }: Context): Context {
  return { rules: distinct(rules), audits: distinct(audits), events: distinct(events), training: distinct(training) };
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function unreadNote({ unread }: ContextFile, file: string): string[] {
  return unread.length === 0 ? [] : [`${file}: nothing is read from ${unread.join(", ")}.`];
}
