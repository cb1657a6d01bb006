import type { Stretch } from "./kinds.ts";

/** `2017-05` for a month counted from the year 0. */
export function monthWord(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** `2017-Q2` for the quarter of a month counted from the year 0. */
export function quarterWord(month: number): string {
  return `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;
}

/** The contract's word for a month, a quarter or twelve months that begin `start` months after the year 0. */
export function periodWord({ first, last }: Stretch, start: number): string {
  const [from, to] = [start + first, start + last];
  if (first === last) return monthWord(from);
  if (last - first === 2) return quarterWord(from);
  const year = Math.floor(from / 12);
  if (from % 12 === 0) return String(year);
  return from % 12 === 3 ? `${year}/${String((year + 1) % 100).padStart(2, "0")}` : `YE-${monthWord(to)}`;
}
