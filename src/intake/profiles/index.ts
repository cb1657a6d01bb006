import type { Profile } from "../profile.ts";
import { csewPartnerAbuse, csewPrevalence, csewReported } from "./crime-survey.ts";
import { forceHateCrime, forceHateCrimeMerged } from "./force-hate-crime.ts";
import { hoOutcomes } from "./ho-outcomes.ts";
import { hoRecordedCrime } from "./ho-recorded-crime.ts";
import { kentQuarterly } from "./kent-quarterly.ts";
import { metBoroughMonthly } from "./met-borough-monthly.ts";
import { metVawg } from "./met-vawg.ts";
import { mojProsecutions } from "./moj-prosecutions.ts";
import { onsPopulationAuthority, onsPopulationForce } from "./ons-population.ts";
import { onsRollingYear } from "./ons-rolling-year.ts";
import { onsSeverity } from "./ons-severity.ts";
import { policeUkMonthly } from "./police-uk-monthly.ts";
import { policeUkOutcomesByForce } from "./police-uk-outcomes-by-force.ts";
import { policeUkOutcomesByYear } from "./police-uk-outcomes-by-year.ts";
import { policeUkOutcomes } from "./police-uk-outcomes.ts";
import { policeUkStreet } from "./police-uk-street.ts";
import { throughlinePublished } from "./throughline-published.ts";

/** Every published table that is recognised, each a small file. */
export const PROFILES: readonly Profile[] = [
  hoRecordedCrime,
  hoOutcomes,
  onsRollingYear,
  policeUkStreet,
  policeUkOutcomes,
  policeUkMonthly,
  policeUkOutcomesByYear,
  policeUkOutcomesByForce,
  forceHateCrime,
  forceHateCrimeMerged,
  metBoroughMonthly,
  metVawg,
  onsPopulationForce,
  onsPopulationAuthority,
  onsSeverity,
  csewPrevalence,
  csewReported,
  csewPartnerAbuse,
  mojProsecutions,
  kentQuarterly,
  throughlinePublished,
];
