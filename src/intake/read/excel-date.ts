/** What a number format of Excel shows a number as. */
export type NumberKind = "number" | "date" | "time";

/** The kind of a number format: built-in by its id, or by its code, such as `dd/mm/yyyy;@`. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN.find(({ from, to }) => id >= from && id <= to)?.kind ?? "number";
  if (/\[(h+|m+|s+)\]/i.test(code)) return "number"; // elapsed hours are an amount, not a moment
  const letters = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general/gi, "");
  if (/[dy]/i.test(letters) || /m{3,}/i.test(letters)) return "date";
  if (/[hs]/i.test(letters)) return "time";
  return /m/i.test(letters) ? "date" : "number";
}

/** ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in East Asian locales. */
const BUILT_IN: readonly { readonly from: number; readonly to: number; readonly kind: NumberKind }[] = [
  { from: 14, to: 17, kind: "date" },
  { from: 18, to: 21, kind: "time" },
  { from: 22, to: 22, kind: "date" },
  { from: 27, to: 31, kind: "date" },
  { from: 32, to: 35, kind: "time" },
  { from: 36, to: 36, kind: "date" },
  { from: 45, to: 45, kind: "time" },
  { from: 47, to: 47, kind: "time" },
  { from: 50, to: 54, kind: "date" },
  { from: 55, to: 56, kind: "time" },
  { from: 57, to: 58, kind: "date" },
];

/** A serial number as ISO text, to the second: `2018-04-01`, `2018-04-01T13:45:00`, `13:45:00`; nothing beyond 9999. */
export function isoOfSerial(
  serial: number,
  { kind, from1904 }: { kind: NumberKind; from1904: boolean },
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const time = clockOf(seconds % 86_400);
  if (kind === "time" && days === 0) return time;
  const day = dayOf(days, from1904);
  return seconds % 86_400 === 0 ? day : `${day}T${time}`;
}

function dayOf(days: number, from1904: boolean): string {
  if (from1904) return Temporal.PlainDate.from("1904-01-01").add({ days }).toString();
  // Excel counts a 29 February 1900 that never was, so days before it are one off.
  return Temporal.PlainDate.from("1899-12-30")
    .add({ days: days < 60 ? days + 1 : days })
    .toString();
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
