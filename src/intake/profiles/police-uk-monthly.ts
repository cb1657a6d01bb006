import { monthOf } from "../../engine/index.ts";
import { datasetNamed, streetCount } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { decimal, orUnknown, text, wholeNumber, yearMonthDay } from "../readers.ts";

/** Street-level crime counted by force, month and category; forces are slugs, populations are rounded (`5e+05`). */
export const policeUkMonthly: Profile = {
  id: "police-uk-monthly",
  title: "Street-level crime counted by force and month",
  makes: streetCount,
  fields: {
    crime_type: { header: ["crime.type", "crime_type"], read: text },
    crimes: { header: "num_crimes", read: orUnknown(wholeNumber, "NA", "") },
    force_name: { header: "county", read: text },
    month: { header: "month", read: { ...yearMonthDay, value: (cell) => monthOf(yearMonthDay.value(cell)) } },
    population_rounded: { header: "police_area_pop", read: orUnknown(decimal, "NA", ""), optional: true },
  },
  publication: datasetNamed("police-uk-monthly"),
};
