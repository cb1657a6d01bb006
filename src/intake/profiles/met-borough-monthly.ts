import { datasetNamed, metBoroughMonth } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { text, wholeNumber, yearMonth } from "../readers.ts";

/** Metropolitan Police: offences by borough, a column a month (`201004`). A combination without offences has no row. */
export const metBoroughMonthly: Profile = {
  id: "met-borough-monthly",
  title: "Metropolitan Police offences by borough and month",
  makes: metBoroughMonth,
  fields: {
    major_category: { header: ["MajorText", "Major Category"], read: text },
    minor_category: { header: ["MinorText", "Minor Category"], read: text },
    borough: { header: ["LookUp_BoroughName", "BoroughName", "Borough"], read: text },
  },
  unpivot: {
    isValue: (header) => /^(19|20)[0-9]{2}[01][0-9]$/.test(header),
    atLeast: 1,
    name: { column: "month", read: yearMonth },
    value: { column: "offences", read: wholeNumber },
  },
  publication: datasetNamed("met-borough-monthly"),
};
