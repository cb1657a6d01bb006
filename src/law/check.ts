import { FILES } from "./files.ts";
import { badReference } from "./reference-file.ts";
import type { Rows } from "./law.ts";

/** Checks that what rows refer to is there; throws `E_REFERENCE` with file and line. */
export function checkReferences(rows: Rows): void {
  const areas = new Set(rows.areas.map(({ slug }) => slug));
  const codes = new Set(rows.classes.map(({ code }) => code));
  const groups = new Set(rows.groups.map(({ slug }) => slug));
  const offences = new Set(rows.offences.map(({ code }) => code));
  const known = {
    area: (each: string) => areas.has(each),
    code: (each: string) => codes.has(each),
    group: (each: string) => groups.has(each),
    "class or group": (each: string) => codes.has(each) || groups.has(each) || each === "all",
    "offence code": (each: string) => offences.has(each),
    "name in lower case with single spaces": (each: string) =>
      each === each.toLowerCase() && !/^\s|\s\s|\s$/.test(each),
  };
  const { areaNames, groupMembers, classLabels, offenceTitles, countingRules } = rows;
  hold("areas", rows.areas, (row) => row.part_of, "area", known.area);
  hold("areaNames", areaNames, (row) => [row.area], "area", known.area);
  hold(
    "areaNames",
    areaNames,
    (row) => [row.name],
    "name in lower case",
    known["name in lower case with single spaces"],
  );
  hold("classes", rows.classes, (row) => some(row.plain_twin), "code", known.code);
  hold("groupMembers", groupMembers, (row) => [row.group], "group", known.group);
  hold("groupMembers", groupMembers, (row) => [row.code], "code", known.code);
  hold("classLabels", classLabels, (row) => [row.class], "class or group", known["class or group"]);
  hold(
    "classLabels",
    classLabels,
    (row) => [row.label],
    "label in lower case",
    known["name in lower case with single spaces"],
  );
  hold("offences", rows.offences, (row) => some(row.class), "code", known.code);
  hold("offenceTitles", offenceTitles, (row) => some(row.code), "offence code", known["offence code"]);
  hold("offenceTitles", offenceTitles, (row) => some(row.class), "code", known.code);
  for (const key of ["laws", "countingRules", "audits", "events", "coverage"] as const) {
    hold(key, rows[key], (row) => row.classes, "class or group", known["class or group"]);
  }
  hold("countingRules", countingRules, (row) => [...row.from_classes, ...row.to_classes], "code", known.code);
  hold("audits", rows.audits, (row) => [row.area], "area", known.area);
  hold("events", rows.events, (row) => row.areas, "area", known.area);
  hold("coverage", rows.coverage, (row) => [row.area], "area", known.area);
  hold("strands", rows.strands, (row) => some(row.class), "class or group", known["class or group"]);
  hold("peers", rows.peers, (row) => [row.area, row.peer], "area", known.area);
}

function hold<K extends keyof Rows>(
  ...[key, rows, refersTo, what, isKnown]: [
    key: K,
    rows: Rows[K],
    refersTo: (row: Rows[K][number]) => readonly string[],
    what: string,
    isKnown: (each: string) => boolean,
  ]
): void {
  for (const row of rows) {
    const unknown = refersTo(row).find((each) => !isKnown(each));
    if (unknown !== undefined) throw badReference(FILES[key].name, row.line, `"${unknown}"`, `a known ${what}`);
  }
}

function some(cell: string): string[] {
  return cell === "" ? [] : [cell];
}
