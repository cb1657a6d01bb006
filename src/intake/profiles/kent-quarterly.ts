import { sql } from "../../engine/index.ts";
import { datasetNamed, kentQuarter } from "../../records/index.ts";
import type { Profile } from "../profile.ts";
import { financialQuarterStart, financialYear, orUnknown, quarter, type Reader, wholeNumber } from "../readers.ts";

const basis: Reader = {
  reason: "not-a-basis",
  expected: "published or derived",
  value: (cell) => sql`CASE WHEN ${cell} IN ('published', 'derived') THEN ${cell} END`,
  unknown: [],
};

const maybeCount = orUnknown(wholeNumber, "");

/** Kent's stalking and harassment by quarter, worked out from other tables; each row says on which basis. */
export const kentQuarterly: Profile = {
  id: "kent-quarterly",
  title: "Stalking and harassment in Kent by quarter",
  makes: kentQuarter,
  fields: {
    financial_year: { header: "financial_year", read: financialYear },
    financial_quarter: { header: "financial_quarter", read: quarter },
    total: { header: "stalking_harassment_total", read: wholeNumber },
    basis: { header: "basis", read: basis },
    harassment_8l: { header: "harassment_8L", read: maybeCount },
    aggravated_8m: { header: "rr_aggravated_harassment_8M", read: maybeCount },
    stalking_8q: { header: "stalking_8Q", read: maybeCount },
    malicious_8r: { header: "malicious_communications_8R", read: maybeCount },
    rolling_year: { header: "ons_rolling_year_total", read: maybeCount },
  },
  derived: {
    period_from: ({ value }) => financialQuarterStart(value("financial_year"), value("financial_quarter")),
  },
  publication: datasetNamed("kent-quarterly"),
};
