import { z } from "zod";
import type { Period } from "../../base/index.ts";
import { answered, line, maybeDay, period, type Read, readFields } from "../query.ts";

/** What the pages on a change are asked: the fields have the names of the command line's options. */
export interface Asked {
  readonly area: string;
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
  readonly knownOn: string | undefined;
}

/** `other` is a class expression that the list has not. */
const ASK = z
  .object({
    area: line("the area", 100),
    class: line("the classes", 4000),
    other: line("the other classes", 4000),
    from: period("the first period", "2016"),
    to: period("the second period", "2017"),
    "known-on": maybeDay("the day"),
  })
  .transform(({ area, class: listed, other, "known-on": knownOn, ...rest }): Asked => ({
    ...rest,
    area: area === "" ? "kent" : area,
    classes: classesOf(other) || classesOf(listed) || "stalking-and-harassment",
    knownOn,
  }));

/** In an address a plus sign that nobody escaped arrives as a blank: `8L 8M` is meant as `8L+8M`. */
export function classesOf(text: string): string {
  return /^\d+\S*(?: \d+\S*)+$/.test(text) ? text.replaceAll(" ", "+") : text;
}

const FIELD_OF_CODE = { E_AREA: "area", E_CLASS: "other", E_PERIOD: "from", E_PERIOD_ORDER: "to" };

/** Reads what is asked and answers it; a mistake in the question becomes the error of its field. */
export async function askedAndAnswered<T>(query: unknown, answer: (asked: Asked) => Promise<T>): Promise<Read<T>> {
  const read = readFields(ASK, query);
  return read.ok ? answered(answer(read.value), FIELD_OF_CODE) : read;
}

/** The fields as they came, to be shown again; what came twice or is very long is not. */
export function textsOf(query: unknown): Record<string, string> {
  const entries = Object.entries(query as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].length <= 4000),
  );
}
