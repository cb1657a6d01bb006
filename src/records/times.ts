/** A time of day as read: milliseconds after the day's beginning; less than none or more than a day after an offset. */
export interface TimeForm {
  readonly milliseconds: number;
  readonly precision: "minute" | "second";
}

/** Reads `9:05`, `09:05:30.5`, `9:05 pm`, `0905`, with `Z` or an offset behind it, or a share of a day (`.375`). */
export function maybeTime(text: string): TimeForm | null {
  if (/^\.\d+$/.test(text)) return ofDayShare(Number(text));
  const match =
    /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([ap])?\.?(?:(?<=[ap]\.?)m\.?)? ?(z|[-+]\d\d:?\d\d)?$/i.exec(
      text,
    ) ?? /^(\d\d)(\d\d)(\d\d)?()()(z)?$/i.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds, fraction, half, zone] = match;
  const hour = hourOf(Number(hours), half);
  if (hour === null || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const whole = (hour * 60 + Number(minutes) - offsetMinutes(zone)) * 60 + Number(seconds ?? 0);
  const rest = Math.floor(Number(`0.${fraction || "0"}`) * 1000);
  return { milliseconds: whole * 1000 + rest, precision: seconds === undefined ? "minute" : "second" };
}

/** Spreadsheets keep a moment as days; to the minute where it is one, as people type them. */
function ofDayShare(share: number): TimeForm {
  const seconds = Math.round(share * 86_400);
  return { milliseconds: seconds * 1000, precision: seconds % 60 === 0 ? "minute" : "second" };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined || half === "") return hour <= 24 && hour !== 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === "" || zone.toLowerCase() === "z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
}
