import { join, matches, name, type Session, type Sql, sql } from "../../engine/index.ts";
import { dayOrderOf, maybeDay, maybeTime, saysUnknown } from "../../records/index.ts";
import type { HeaderMatch } from "../profile.ts";
import type { Reader } from "../readers.ts";
import { trimmed } from "../trimmed.ts";

/** No text holds it, so a cell that begins with it is a moment that was read: mark, precision, mark, moment. */
const MARK = "\u001F";

/** A moment that was written and stands for nothing. */
const PLACEHOLDER = `${MARK}placeholder${MARK}`;

/**
 * A date in any usual form, with a time or without. It reads what `withMoments` made of the cell, which knows the whole
 * column: whether it writes the day or the month first.
 */
export const moment: Reader = {
  reason: "not-a-date",
  expected: "a date such as 2018-03-01, 01/03/2018 09:05 or 1 Mar 2018",
  value: (cell) =>
    sql`CASE WHEN STARTS_WITH(${cell}, ${MARK}) THEN TRY_CAST(SPLIT_PART(${cell}, ${MARK}, 3) AS TIMESTAMP) END`,
  unknown: ["", PLACEHOLDER],
};

/** How much of a moment was written, out of the same cell. */
export function precisionOf(cell: Sql): Sql {
  return sql`CASE WHEN ${cell} IS NULL OR ${cell} = '' THEN NULL
    WHEN STARTS_WITH(${cell}, ${MARK}) THEN SPLIT_PART(${cell}, ${MARK}, 2) ELSE 'unreadable' END`;
}

/** The column of `withMoments` that holds the moment of the cell at a place. */
export function momentCell(place: number): Sql {
  return name(`m${place}`);
}

/**
 * Raw rows with a column more for each moment. However many rows there are, they hold few different days and few
 * different times of day: each is read once, in TypeScript, and joined.
 */
export async function withMoments(session: Session, match: HeaderMatch, raw: Sql): Promise<Sql> {
  const places = momentPlaces(match);
  if (places.length === 0) return raw;
  const parts = partsOf(raw, places);
  for (const place of places) await readDays(session, { parts, place });
  await readTimes(session, { parts, places });
  const made = places.map((place) => sql`${momentText(place)} AS ${momentCell(place)}`);
  return sql`(SELECT parts.*, ${join(made)}
    FROM (${parts}) AS parts
    ${join(places.map(joinForms), sql`\n    `)})`;
}

function momentPlaces({ profile, places }: HeaderMatch): number[] {
  const read = Object.entries(profile.fields).filter(([, field]) => field.read === moment);
  return [...new Set(read.flatMap(([column]) => places[column] ?? []))];
}

/** Each moment's cell (`t4`) in two parts, `d4` and `h4`, as `splitMoment` does it. */
function partsOf(raw: Sql, places: readonly number[]): Sql {
  const each = (make: (place: number) => Sql): Sql => join(places.map(make));
  return sql`SELECT *, ${each((place) => {
    const [cell, at] = [name(`t${place}`), name(`a${place}`)];
    return sql`RTRIM(SUBSTR(${cell}, 1, ${at}), ' T,') AS ${name(`d${place}`)}, SUBSTR(${cell}, ${at} + 1) AS ${name(`h${place}`)}`;
  })}
  FROM (SELECT *, ${each((place) => sql`${splitAt(name(`t${place}`))} AS ${name(`a${place}`)}`)}
    FROM (SELECT *, ${each((place) => sql`${trimmed(name(`c${place}`))} AS ${name(`t${place}`)}`)} FROM ${raw}) AS cells) AS split`;
}

function splitAt(cell: Sql): Sql {
  const colon = sql`STRPOS(${cell}, ':')`;
  return sql`CASE
    WHEN ${colon} > 1 AND SUBSTR(${cell}, ${colon} - 2, 1) BETWEEN '0' AND '9' AND ${colon} > 2 THEN ${colon} - 3
    WHEN ${colon} > 1 THEN ${colon} - 2
    WHEN ${matches(cell, "^[0-9]{8}T[0-9]{4}([0-9][0-9])?Z?$")} THEN 9
    WHEN ${matches(cell, "^[0-9]{12}([0-9][0-9])?$")} THEN 8
    WHEN ${matches(cell, "^[0-9]{5}[.][0-9]+$")} THEN 5
    ELSE LENGTH(${cell}) END`;
}

interface Parts {
  readonly parts: Sql;
}

async function readDays(session: Session, { parts, place }: Parts & { place: number }): Promise<void> {
  const texts = await distinct(session, sql`SELECT ${name(`d${place}`)} AS written FROM (${parts}) AS parts`);
  const { order } = dayOrderOf(texts);
  const rows = texts.flatMap((written) => {
    if (saysUnknown(written)) return [[written, "placeholder", null]];
    const day = maybeDay(written, { order });
    if (day === null) return [];
    return [day.isPlaceholder ? [written, "placeholder", null] : [written, day.precision, wholeDay(day.iso)]];
  });
  await keepForms(session, `day_form_${place}`, rows);
}

async function readTimes(session: Session, { parts, places }: Parts & { places: readonly number[] }): Promise<void> {
  const all = places.map((place) => sql`SELECT ${name(`h${place}`)} AS written FROM (${parts}) AS parts`);
  const texts = await distinct(session, join(all, sql` UNION ALL `));
  const rows = texts.flatMap((written) => {
    const time = maybeTime(written);
    return time === null ? [] : [[written, time.precision, String(time.milliseconds)]];
  });
  await keepForms(session, "time_form", rows);
}

/** More different days than these are no dates; what lies beyond stays unread. */
const MOST_FORMS = 200_000;

async function distinct(session: Session, texts: Sql): Promise<string[]> {
  const rows = await session.rows<{ written: string }>(
    sql`SELECT DISTINCT written FROM (${texts}) AS texts WHERE written <> '' ORDER BY written LIMIT ${MOST_FORMS}`,
  );
  return rows.map(({ written }) => written);
}

async function keepForms(
  session: Session,
  table: string,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  await session.run(sql`CREATE OR REPLACE TABLE ${name(table)} (written VARCHAR, precision VARCHAR, value VARCHAR)`);
  await session.appendText(table, rows);
}

function wholeDay(iso: string): string {
  return `${iso}-01-01`.slice(0, 10);
}

function joinForms(place: number): Sql {
  const [day, time] = [name(`day_${place}`), name(`time_${place}`)];
  return sql`LEFT JOIN (SELECT written, precision, CAST(value AS TIMESTAMP) AS value FROM ${name(`day_form_${place}`)}) AS ${day}
      ON ${day}.written = ${name("parts", `d${place}`)}
    LEFT JOIN (SELECT written, precision, CAST(value AS BIGINT) AS value FROM time_form) AS ${time}
      ON ${time}.written = ${name("parts", `h${place}`)}`;
}

function momentText(place: number): Sql {
  const [day, time, rest] = [name(`day_${place}`), name(`time_${place}`), name("parts", `h${place}`)];
  const say = (precision: Sql, at: Sql): Sql => sql`${MARK} || ${precision} || ${MARK} || CAST(${at} AS VARCHAR)`;
  return sql`CASE
      WHEN ${day}.precision = 'placeholder' THEN ${PLACEHOLDER}
      WHEN ${day}.precision IS NOT NULL AND ${rest} = '' THEN ${say(sql`${day}.precision`, sql`${day}.value`)}
      WHEN ${day}.precision = 'day' AND ${time}.precision IS NOT NULL
        THEN ${say(sql`${time}.precision`, sql`${day}.value + TO_MILLISECONDS(${time}.value)`)}
      ELSE ${name("parts", `t${place}`)} END`;
}
