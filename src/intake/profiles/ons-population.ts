import { sql } from "../../engine/index.ts";
import { datasetNamed, populationEstimate } from "../../records/index.ts";
import type { Field, Profile } from "../profile.ts";
import { anyText, text, wholeNumber, year } from "../readers.ts";

/** Headers that only such a table has; without them any table with a year and capitals would look like one. */
const telltale = (force: string): Field => ({ header: force, read: anyText });

/** Mid-year population of police force areas: a row a year, a column a force. */
export const onsPopulationForce: Profile = {
  id: "ons-population-force",
  title: "Mid-year population of police force areas",
  makes: populationEstimate,
  fields: {
    year: { header: "year", read: year },
    kent: telltale("Kent"),
    metropolitan: telltale("Metropolitan Police"),
    west_midlands: telltale("West Midlands"),
  },
  unpivot: {
    isValue: (header) => /^[A-Z][a-z]+([ -][A-Za-z]+)*$/.test(header) && header !== "Year",
    atLeast: 10,
    name: { column: "area_name", read: text },
    value: { column: "population", read: wholeNumber },
  },
  derived: { area_code: () => sql`''` },
  publication: datasetNamed("ons-population-force"),
};

/** Mid-year population of local authorities: a row an authority and year. */
export const onsPopulationAuthority: Profile = {
  id: "ons-population-authority",
  title: "Mid-year population of local authorities",
  makes: populationEstimate,
  fields: {
    area_code: { header: ["ladcode19", "ladcode20", "ladcode21", "ladcode23"], read: text },
    area_name: { header: ["laname19", "laname20", "laname21", "laname23"], read: text },
    year: { header: "year", read: year },
    population: { header: "population", read: wholeNumber },
  },
  publication: datasetNamed("ons-population-authority"),
};
