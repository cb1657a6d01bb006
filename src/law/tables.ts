import { column, defineTable, type RowOf } from "../engine/index.ts";
import type { Law } from "./law.ts";

/** Spellings of areas, so that a SQL step joins `LOWER(TRIM(x))` to a slug. */
export const areaName = defineTable({
  name: "area_name",
  meaning: "Every known spelling of an area, in lower case with single spaces.",
  key: ["name"],
  columns: {
    name: column("text", "A spelling, a slug or an ONS code, in lower case, trimmed, with single spaces."),
    area: column("text", "Area slug."),
  },
});

/** Labels of classes, so that a SQL step joins `LOWER(TRIM(x))` to a class or group. */
export const classLabel = defineTable({
  name: "class_label",
  meaning: "Every known label of a class, in lower case with single spaces.",
  key: ["label"],
  columns: {
    label: column(
      "text",
      "A code, a slug or a label; where sources clash, `context: label`, such as `street: burglary`.",
    ),
    class: column("text", "Recorded-crime class or group."),
  },
});

/** The rows of `area_name`, in order. */
export function areaNameRows(law: Law): RowOf<typeof areaName>[] {
  return inOrder(
    [...law.areaByName].map(([name, { slug }]) => ({ name, area: slug })),
    ({ name }) => name,
  );
}

/** The rows of `class_label`, in order. */
export function classLabelRows(law: Law): RowOf<typeof classLabel>[] {
  return inOrder(
    [...law.classOfLabel].map(([label, meaning]) => ({ label, class: meaning })),
    ({ label }) => label,
  );
}

function inOrder<R>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
