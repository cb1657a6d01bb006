import { column, defineTable, maybeColumn } from "../engine/index.ts";
import { received } from "./received.ts";

const place = {
  reported_by: column("text", "Force that reported it, as written."),
  falls_within: column("text", "Force in whose area it falls, as written."),
  longitude: maybeColumn("decimal", "Longitude of the anonymous point it was moved to.", { unit: "degrees" }),
  latitude: maybeColumn("decimal", "Latitude of the anonymous point it was moved to.", { unit: "degrees" }),
  location: column("text", "The point in words; `No Location` where there is none."),
  lsoa_code: column("text", "Code of the small area of the point; empty where there is none."),
  lsoa_name: column("text", "Name of the small area; empty where there is none."),
};

/** data.police.uk: one crime or one incident of anti-social behaviour, as the site's street files give it. */
export const streetCrime = defineTable({
  name: "street_crime",
  meaning: "One street-level crime or incident of anti-social behaviour (data.police.uk).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    crime_id: maybeColumn("text", "The site's own id; anti-social behaviour has none."),
    month: column("date", "First day of the month."),
    ...place,
    crime_type: column("text", "Category as written."),
    last_outcome: column("text", "Last outcome known when the file was made, as written; empty where there is none."),
    context: column("text", "A note; nearly always empty."),
  },
});

/** data.police.uk: one outcome, as the site's outcome files give it. */
export const streetOutcome = defineTable({
  name: "street_outcome",
  meaning: "One outcome of a street-level crime, in the month in which it was given (data.police.uk).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    crime_id: maybeColumn("text", "The site's own id of the crime."),
    month: column("date", "First day of the month."),
    ...place,
    outcome_type: column("text", "Outcome as written."),
  },
});

/** Street-level crime counted by force, month and category. */
export const streetCount = defineTable({
  name: "street_count",
  meaning: "Street-level crimes counted by force, month and category (from data.police.uk).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    crime_type: column("text", "Category as written; `All` for all of them."),
    crimes: maybeColumn("integer", "Crimes, or incidents of anti-social behaviour; unknown where `NA`.", {
      unit: "crimes",
    }),
    force_name: column("text", "Force as written, such as west_marcia."),
    month: column("date", "First day of the month."),
    population_rounded: maybeColumn("decimal", "Residents, rounded by the source; never a denominator here."),
  },
});

/** Street-level crime counted by year, category, force and last outcome. */
export const streetOutcomeYear = defineTable({
  name: "street_outcome_year",
  meaning: "Street-level crimes of a year counted by category, force and last outcome (from data.police.uk).",
  key: ["batch", "source_line"],
  columns: {
    ...received,
    year: column("integer", "Calendar year in which the crimes were recorded.", { unit: "year" }),
    crimes: column("integer", "Crimes, or incidents of anti-social behaviour.", { unit: "crimes" }),
    crime_type: column("text", "Category as written."),
    reported_by: column("text", "Force as written."),
    last_outcome: column("text", "Last outcome as written; empty where there is none."),
  },
});

/** Street-level crime counted by force and last outcome over years that the table does not name. */
export const streetOutcomeForce = defineTable({
  name: "street_outcome_force",
  meaning: "Street-level crimes counted by force and last outcome, over a time the table does not state.",
  key: ["batch", "source_line", "last_outcome"],
  columns: {
    ...received,
    force_name: column("text", "Force as written."),
    last_outcome: column("text", "Last outcome as written; empty for the column `(blank)`."),
    crimes: column("integer", "Crimes, or incidents of anti-social behaviour.", { unit: "crimes" }),
  },
});
