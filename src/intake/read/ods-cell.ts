import { shortestNumber } from "./number-text.ts";

type Attributes = Readonly<Record<string, string>>;

/** A cell of an ODS table as text: its typed value where it has one, else what it shows, paragraphs on lines. */
export function odsCellText(attributes: Attributes, paragraphs: readonly string[]): string {
  const shown = paragraphs.join("\n");
  if (attributes["calcext:value-type"] === "error") return shown;
  const read = VALUES[attributes["office:value-type"] ?? ""];
  return read?.(attributes) ?? shown;
}

const number = ({ "office:value": value }: Attributes): string | undefined =>
  value === undefined ? undefined : shortestNumber(value);

const VALUES: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  float: number,
  percentage: number,
  currency: number,
  date: ({ "office:date-value": value }) => value?.replace(/T00:00:00(\.0+)?$/, ""),
  time: ({ "office:time-value": value }) => (value === undefined ? undefined : clockOf(value)),
  boolean: ({ "office:boolean-value": value }) => value?.toUpperCase(),
  string: ({ "office:string-value": value }) => value,
};

/** `PT13H45M00S` → `13:45:00`; durations of a day and more stay as written. */
function clockOf(duration: string): string {
  const parts = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration)?.slice(1);
  if (parts === undefined || Number(parts[0]) > 23) return duration;
  return parts.map((part) => part.padStart(2, "0")).join(":");
}
