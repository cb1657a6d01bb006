import { describe, expect, test } from "vitest";
import { rowValidator, type Table } from "../../src/engine/index.ts";
import { areaName, areaNameRows, classLabel, classLabelRows, loadLaw } from "../../src/law/index.ts";

const law = loadLaw();

describe("areaNameRows(law) and classLabelRows(law)", () => {
  const rows = [
    ["area_name", areaName, areaNameRows(law), areaNameRows(law).map((row) => row.name)],
    ["class_label", classLabel, classLabelRows(law), classLabelRows(law).map((row) => row.label)],
  ] as const;

  test.each(rows)(
    "%s has rows as declared, each key once, in the form that LOWER(TRIM(x)) gives",
    async (_, table, found, keys) => {
      const validator = await rowValidator<Table>(table);
      expect(found.filter((row) => !validator.safeParse(row).success)).toEqual([]);
      expect(keys.map((key) => key.trim().toLowerCase())).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  test("a label is met alone, and with its context where sources clash", () => {
    const classes = new Map(classLabelRows(law).map((row) => [row.label, row.class]));
    expect(classes.get("8l")).toBe("8L");
    expect(classes.get("1/4.1/4.10/4.2")).toBe("1/4.1/4.10/4.2");
    expect(classes.get("stalking and harassment")).toBe("stalking-and-harassment");
    expect(classes.get("street: burglary")).toBe("street-burglary");
    expect(classes.get("subgroup: harassment")).toBe("stalking-and-harassment");
    expect(classes.get("offence: 19512")).toBe("8Q");
    expect(classes.get("offence: 00872")).toBe("8R");
  });

  test("every class that a label leads to is one class or one group, so that a join places a row once", () => {
    const places = (row: { class: string }) =>
      law.classByCode.has(row.class.toLowerCase()) || law.groupBySlug.has(row.class);
    expect(classLabelRows(law).filter((row) => !places(row))).toEqual([]);
  });
});
