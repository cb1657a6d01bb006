import { misuse, UserError } from "../base/index.ts";
import { type HeaderMatch, matchHeader, type Profile } from "./profile.ts";
import { PROFILES } from "./profiles/index.ts";
import type { RawRecord } from "./read/index.ts";

/** A recognised sheet: which profile, and where its header row stands. */
export interface Recognised extends HeaderMatch {
  readonly headerLine: number;
  readonly width: number;
}

/** How many records from the top may be titles and notes before the header. */
export const HEADER_WITHIN = 20;

/**
 * Finds the header row among a sheet's first records and the profile it belongs to; the profile that
 * explains most headers wins. Throws `E_UNRECOGNISED` with the headers that were found.
 */
export function recognise(records: readonly RawRecord[], source: string, as?: string): Recognised {
  const profiles = as === undefined ? PROFILES : [profileNamed(as)];
  const matches = records.flatMap((record) => profiles.flatMap((profile) => matchesIn(profile, record)));
  const best = matches.toSorted((a, b) => weight(b) - weight(a))[0];
  if (best === undefined) throw unrecognised(records, source, as);
  return best;
}

function matchesIn(profile: Profile, { line, cells }: RawRecord): Recognised[] {
  const match = matchHeader(profile, cells);
  return match === undefined ? [] : [{ ...match, headerLine: line, width: cells.length }];
}

function weight({ places, values }: HeaderMatch): number {
  return Object.keys(places).length + Math.min(values.length, 3);
}

/** The profile with an id; throws `E_PROFILE` with those there are. */
export function profileNamed(id: string): Profile {
  const profile = PROFILES.find((each) => each.id === id);
  if (profile === undefined) {
    throw misuse({
      code: "E_PROFILE",
      found: `no profile is called "${id}"`,
      expected: PROFILES.map((each) => each.id).join(", "),
    });
  }
  return profile;
}

function unrecognised(records: readonly RawRecord[], source: string, as: string | undefined): UserError {
  const header =
    records[0]?.cells
      .slice(0, 12)
      .map((cell) => cell.slice(0, 40))
      .join(" | ") ?? "nothing";
  const wanted = as === undefined ? "the headers of a known table" : `the headers of profile ${as}`;
  return new UserError({
    code: "E_UNRECOGNISED",
    found: `${source} begins with: ${header}`,
    expected: wanted,
    remedy: "src/intake/README.md lists the tables that are known and their headers.",
  });
}
