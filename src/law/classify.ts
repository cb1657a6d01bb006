import { join, matches, replacePattern, type Sql, sql, type Step, step } from "../engine/index.ts";
import { classified, eventThere, includedOffence } from "../records/index.ts";
import { offenceName, offenceRule } from "./offence-tables.ts";

/**
 * Each version of an event with the class that its offence code has on the day it was recorded (else reported, else
 * entered); where no code is known, the class of its title. The class as recorded stands beside it, unchanged.
 */
export function classifySteps(): Step[] {
  return [
    step(classified, { reads: [eventThere, offenceRule, offenceName] }, classesOf()),
    step(includedOffence, { reads: [eventThere, offenceRule] }, included()),
  ];
}

const DATED = sql`CAST(COALESCE(recorded_at, reported_at, entered_at) AS DATE)`;

function classesOf(): Sql {
  return sql`SELECT v.batch, v.source_line, v.force, v.event_ref, v.version, v.is_latest, v.entered_at, v.entered_basis, v.dated,
  COALESCE(v.resolved, v.offence_code) AS offence_code,
  v.recorded_class,
  COALESCE(rule.class, v.named_class) AS rule_class,
  v.rule_basis,
  UPPER(v.recorded_class) = UPPER(COALESCE(rule.class, v.named_class)) AS agrees
FROM (
  SELECT coded.*,
    COALESCE(known.code, by_code.code, by_title.code) AS resolved,
    CASE WHEN COALESCE(known.code, by_code.code) IS NULL THEN COALESCE(by_code.class, by_title.class) END AS named_class,
    CASE WHEN known.code IS NOT NULL THEN 'code'
      WHEN by_code.is_class THEN 'class'
      WHEN COALESCE(by_code.name, by_title.name) IS NOT NULL THEN 'title'
      ELSE 'none' END AS rule_basis
  FROM (${coded()}) AS coded
  LEFT JOIN (SELECT DISTINCT code FROM ${offenceRule}) AS known ON known.code = coded.code
  LEFT JOIN ${offenceName} AS by_code ON known.code IS NULL AND by_code.name = coded.code_name
  LEFT JOIN ${offenceName} AS by_title
    ON known.code IS NULL AND by_code.name IS NULL AND NOT by_title.is_class AND by_title.name = coded.title_name
) AS v
LEFT JOIN ${offenceRule} AS rule ON rule.code = v.resolved AND v.dated BETWEEN rule.valid_from AND rule.valid_to`;
}

function coded(): Sql {
  return sql`SELECT batch, source_line, force, event_ref, version, is_latest, entered_at, entered_basis, offence_code,
      class AS recorded_class, ${DATED} AS dated,
      ${codeIn(sql`offence_code`)} AS code,
      ${titleIn(sql`offence_code`)} AS code_name,
      ${titleIn(sql`offence_title`)} AS title_name
    FROM ${eventThere}`;
}

/** An event holds at most this many offences beside its principal one; more are not looked at. */
const MOST_INCLUDED = 8;

function included(): Sql {
  const places = join(
    Array.from({ length: MOST_INCLUDED }, (_, i) => sql`(${i + 1})`),
    sql`, `,
  );
  const cell = sql`TRIM(SPLIT_PART(${eventThere}.included_offences, ';', places.place))`;
  return sql`SELECT i.force, i.event_ref, i.version, i.place, i.is_latest, i.dated,
  COALESCE(known.code, i.written) AS offence_code, rule.class AS rule_class
FROM (
  SELECT force, event_ref, version, place, is_latest, dated, written, ${codeIn(sql`written`)} AS code
  FROM (
    SELECT force, event_ref, version, places.place AS place, is_latest, ${DATED} AS dated, ${cell} AS written
    FROM ${eventThere} CROSS JOIN (VALUES ${places}) AS places (place)
    WHERE included_offences IS NOT NULL
  ) AS cells
  WHERE written <> ''
) AS i
LEFT JOIN (SELECT DISTINCT code FROM ${offenceRule}) AS known ON known.code = i.code
LEFT JOIN ${offenceRule} AS rule ON rule.code = known.code AND i.dated BETWEEN rule.valid_from AND rule.valid_to`;
}

/** `8/65` out of `008/65`, `08/65`, `00865`, `865`, as `maybeOffenceCode` reads them; NULL for what has no such form. */
function codeIn(text: Sql): Sql {
  const withStroke = replacePattern(text, String.raw`^\s*0*([0-9]{1,3})\s*/\s*0*([0-9]{1,2})\s*$`, String.raw`\1/\2`);
  const cut = replacePattern(text, String.raw`^\s*0*([0-9]{1,3}?)([0-9][0-9])\s*$`, String.raw`\1/\2`);
  const without = replacePattern(cut, "/0([0-9])$", String.raw`/\1`);
  return sql`CASE WHEN ${matches(text, String.raw`^\s*0*[0-9]{1,3}\s*/\s*0*[0-9]{1,2}\s*$`)} THEN ${withStroke}
    WHEN ${matches(text, String.raw`^\s*0*[0-9]{3,5}\s*$`)} THEN ${without} END`;
}

/** A title as `normalTitle` makes it comparable. */
function titleIn(text: Sql): Sql {
  const plain = replacePattern(sql`REPLACE(LOWER(${text}), '&', ' and ')`, String.raw`\(see comments[^)]*\)`, " ");
  const whole = replacePattern(plain, String.raw`^\s*attempt(ed)?\b`, " ");
  return sql`TRIM(${replacePattern(whole, "[^a-z0-9]+", " ")})`;
}
