import { lastDayAfterMonths, type Sql, sql } from "../../engine/index.ts";
import { kentQuarter } from "../../records/index.ts";
import { observe, type Reading } from "./observer.ts";

function published(classLabel: Sql, value: Sql): Reading {
  return {
    area: sql`'kent'`,
    class: classLabel,
    measure: "recorded",
    periodFrom: sql`r.period_from`,
    periodTo: lastDayAfterMonths(sql`r.period_from`, 3),
    value,
    where: sql`r.basis = 'published' AND ${value} IS NOT NULL`,
  };
}

/**
 * Kent's quarters that were summed from published classes. Those that were derived from rolling years are left
 * out: figures derive them too, from the rolling years themselves, and say that they do.
 */
export const observeKentQuarter = observe(kentQuarter, [
  published(sql`'stalking-and-harassment'`, sql`r.total`),
  published(sql`'8l'`, sql`r.harassment_8l`),
  published(sql`'8m'`, sql`r.aggravated_8m`),
  published(sql`'8q'`, sql`r.stalking_8q`),
  published(sql`'8r'`, sql`r.malicious_8r`),
]);
