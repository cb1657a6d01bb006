import type { Asked } from "../routes/ask.ts";

/** The address of a page with its fields; those that are empty are left out. */
export function addressOf(path: string, fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  return `${path}?${new URLSearchParams(given).toString()}`;
}

/** The fields of a question about a change, for the address of another page about it. */
export function fieldsOf({ area, classes, from, to, knownOn }: Asked): Record<string, string | undefined> {
  return { area, class: classes, from: from.label, to: to.label, "known-on": knownOn };
}
