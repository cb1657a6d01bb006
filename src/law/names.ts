/** A name as written, made comparable: lower case, trimmed, single spaces. The same as SQL's `LOWER(TRIM(x))` on tidy names. */
export function normalName(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** A title as written, made comparable: letters and digits only, without "attempted" and bracketed notes to the reader. */
export function normalTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/\(see comments[^)]*\)/g, " ")
    .replace(/^\s*attempt(ed)?\b/, " ")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Codes in the order of their numbers, then letters: 8L, 8M, 9A, 58J, 105A. */
export function inCodeOrder(codes: Iterable<string>): string[] {
  return [...new Set(codes)].toSorted((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1));
}

function numberOf(code: string): number {
  const digits = /^\d+/.exec(code);
  return digits === null ? Number.MAX_SAFE_INTEGER : Number(digits[0]);
}
