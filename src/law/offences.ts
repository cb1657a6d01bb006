import type { Law } from "./law.ts";
import { inCodeOrder, normalTitle } from "./names.ts";

/** What an offence text means. The class is null where the code is known and its class is not, or not on that day. */
export type OffenceMeaning =
  | {
      readonly unmapped?: never;
      /** `8/65`; null where the text names a class alone. */
      readonly code: string | null;
      readonly title: string;
      readonly class: string | null;
      readonly how: "code" | "title" | "class";
    }
  | { readonly unmapped: true; readonly text: string };

/** The class of an offence code on a day; undefined where the code is unknown or counted nowhere on that day. */
export function classOfOffence(law: Law, code: string, onDate: string): string | undefined {
  const normal = maybeOffenceCode(law, code) ?? code;
  const row = law.offencesByCode.get(normal)?.find((each) => holdsOn(each, onDate));
  return row?.class || undefined;
}

/** What `008/65`, `8/65`, `00865`, `19512`, `8Q` or a title means, on a day (the latest class without one). */
export function offenceOf(law: Law, text: string, onDate?: string): OffenceMeaning {
  const code = maybeOffenceCode(law, text);
  if (code !== undefined) return withClass(law, code, "code", onDate);
  const known = law.classByCode.get(text.trim().toLowerCase());
  if (known !== undefined) return { code: null, title: known.title, class: known.code, how: "class" };
  const meaning = law.offenceByTitle.get(normalTitle(text.slice(0, 500)));
  if (meaning === undefined) return { unmapped: true, text };
  if (meaning.code !== null) return withClass(law, meaning.code, "title", onDate);
  return { code: null, title: meaning.title, class: meaning.class, how: "title" };
}

/** How often each text that means nothing to the knowledge base occurs, most frequent first. */
export function unmappedReport(law: Law, texts: Iterable<string>): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([text]) => offenceOf(law, text).unmapped)
    .map(([text, count]) => ({ text, count }))
    .toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** A known offence code in its one spelling, `8/65`, out of `008/65`, `08/65`, `00865`, `865`; nothing if it is none. */
export function maybeOffenceCode(law: Law, text: string): string | undefined {
  const match = /^\s*0*(\d{1,3})\s*\/\s*0*(\d{1,2})\s*$/.exec(text) ?? /^\s*0*(\d{1,3}?)(\d\d)\s*$/.exec(text);
  if (match === null) return undefined;
  const code = `${Number(match[1])}/${Number(match[2])}`;
  return law.offencesByCode.has(code) ? code : undefined;
}

/** The codes whose offences are ever counted in a class. */
export function offencesOfClass(law: Law, code: string): string[] {
  return inCodeOrder(law.offences.filter((each) => each.class === code).map((each) => each.code));
}

function withClass(law: Law, code: string, how: "code" | "title", onDate: string | undefined): OffenceMeaning {
  const rows = law.offencesByCode.get(code) ?? [];
  const row = onDate === undefined ? rows.at(-1) : rows.find((each) => holdsOn(each, onDate));
  return { code, title: (row ?? rows[0])?.title ?? code, class: row?.class || null, how };
}

function holdsOn(row: { readonly valid_from: string | null; readonly valid_to: string | null }, day: string): boolean {
  return (row.valid_from ?? "") <= day && day <= (row.valid_to ?? "9999");
}
