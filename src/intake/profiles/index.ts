import type { Profile } from "../profile.ts";
import { hoOutcomes } from "./ho-outcomes.ts";
import { hoRecordedCrime } from "./ho-recorded-crime.ts";
import { onsRollingYear } from "./ons-rolling-year.ts";
import { throughlinePublished } from "./throughline-published.ts";

/** Every published table that is recognised, each a small file. */
export const PROFILES: readonly Profile[] = [hoRecordedCrime, hoOutcomes, onsRollingYear, throughlinePublished];
