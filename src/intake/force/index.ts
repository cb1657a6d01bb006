import type { Profile } from "../profile.ts";
import { throughlineProfiles } from "./throughline.ts";

/** The files of a force's own records that are recognised. */
export const FORCE_PROFILES: readonly Profile[] = [...throughlineProfiles];

/** Whether rows of a profile are a force's own records, which come in deliveries. */
export function isForceProfile({ makes }: Profile): boolean {
  return "delivery" in makes.columns;
}
