import { lastDayAfterMonths, monthOf } from "../../engine/index.ts";
import { datasetNamed, rollingYear } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { dayMonthYear, type Reader, text, wholeNumber } from "../readers.ts";

/** One period of the published table is keyed 30-12-2017 and means 31-12-2017: a year ends with its month. */
const monthEnd: Reader = {
  ...dayMonthYear,
  value: (cell) => lastDayAfterMonths(monthOf(dayMonthYear.value(cell)), 1),
};

/** ONS police force area table: offences in the twelve months to each quarter's end. */
export const onsRollingYear: Profile = {
  id: "ons-rolling-year",
  title: "ONS recorded crime by police force area, rolling years",
  makes: rollingYear,
  fields: {
    ending: { header: "12 months ending", read: monthEnd },
    force_name: { header: ["PFA", "Police Force Area"], read: text },
    region: { header: "Region", read: text },
    offence_group: { header: "Offence", read: text },
    offences: {
      header: ["Rolling year total number of offences", "Rolling year total"],
      read: wholeNumber,
    },
  },
  derived: { ending_as_written: ({ cell }) => cell("ending") },
  publication: datasetNamed("ons-rolling-year"),
};
