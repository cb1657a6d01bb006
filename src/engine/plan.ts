import { misuse } from "../base/index.ts";
import type { Sql } from "./sql.ts";
import type { Table } from "./table.ts";

/** One named step: what it reads, the declared table it makes, and the statement that makes it. */
export interface Step {
  readonly name: string;
  readonly reads: readonly Table[];
  readonly makes: Table;
  readonly body: Sql;
}

/** Steps in an order in which each reads only what was given or made before it. */
export interface Plan {
  readonly steps: readonly Step[];
  /** The tables that must be there before the first step. */
  readonly given: readonly Table[];
}

/** A step named after the table it makes. */
export function step(makes: Table, { reads }: { readonly reads: readonly Table[] }, body: Sql): Step {
  return { name: makes.name, reads, makes, body };
}

/** Puts steps together; throws when one reads what only a later step makes, or two make the same table. */
export function plan(steps: readonly Step[]): Plan {
  const made = new Set<string>();
  const given = new Map<string, Table>();
  const makers = new Set(steps.map((each) => each.makes.name));
  for (const each of steps) {
    for (const table of each.reads) {
      if (made.has(table.name)) continue;
      if (makers.has(table.name)) throw new Error(`step ${each.name} reads ${table.name}, which is made only later`);
      given.set(table.name, table);
    }
    if (made.has(each.makes.name)) throw new Error(`two steps make ${each.makes.name}`);
    made.add(each.makes.name);
  }
  return { steps, given: [...given.values()] };
}

/** The part of a plan that is needed to make one table; throws `E_STEP` when there is no such step. */
export function planFor(whole: Plan, stepName: string): Plan {
  const wanted = new Set<string>([stepName]);
  const kept = whole.steps.toReversed().filter((each) => {
    if (!wanted.has(each.name)) return false;
    each.reads.forEach((table) => wanted.add(table.name));
    return true;
  });
  if (kept.length === 0) {
    throw misuse({
      code: "E_STEP",
      found: `no step is called "${stepName}"`,
      expected: whole.steps.map((each) => each.name).join(", "),
    });
  }
  return plan(kept.toReversed());
}
