import { monthOf } from "../../engine/index.ts";
import { datasetNamed, hateCrimeMonth } from "../../records/index.ts";
import type { Field, Profile } from "../profile.ts";
import { orUnknown, type Reader, text, wholeNumber, yearMonthDay } from "../readers.ts";

const month: Reader = { ...yearMonthDay, value: (cell) => monthOf(yearMonthDay.value(cell)) };

const answer: Readonly<Record<string, Field>> = {
  force_name: { header: "county", read: text },
  month: { header: "date", read: month },
  hate_crimes: { header: "hate_crimes", read: orUnknown(wholeNumber, "NA", "") },
  anti_muslim_crimes: { header: "muslim_crimes", read: orUnknown(wholeNumber, "NA", ""), optional: true },
};

/** A force's answer: hate crimes by month, in any order of rows and columns; some give only one of the two counts. */
export const forceHateCrime: Profile = {
  id: "force-hate-crime",
  title: "Hate crimes by month, a force's answer",
  makes: hateCrimeMonth,
  fields: answer,
  publication: datasetNamed("force-hate-crime"),
};

/** The answers joined by researchers, gaps filled with empty months: a dataset of its own, so nothing counts twice. */
export const forceHateCrimeMerged: Profile = {
  id: "force-hate-crime-merged",
  title: "Hate crimes by month, forces' answers joined",
  makes: hateCrimeMonth,
  fields: {
    ...answer,
    county_str: { header: "county_str", read: text },
    stata_month: { header: "date2", read: text },
  },
  publication: datasetNamed("force-hate-crime-merged"),
};
