import type { Profile } from "../profile.ts";
import { athena } from "./athena.ts";
import { niche, nichePeople } from "./niche.ts";
import { pole } from "./pole.ts";
import { throughlineProfiles } from "./throughline.ts";

/** The files of a force's own records that are recognised. */
export const FORCE_PROFILES: readonly Profile[] = [...throughlineProfiles, pole, athena, niche, nichePeople];

/** Whether rows of a profile are a force's own records, which come in deliveries. */
export function isForceProfile({ makes }: Profile): boolean {
  return "delivery" in makes.columns;
}
