import { misuse, UserError } from "../base/index.ts";
import { FORCE_PROFILES } from "./force/index.ts";
import { type HeaderMatch, matchHeader, type Profile } from "./profile.ts";
import { PROFILES } from "./profiles/index.ts";
import type { RawRecord } from "./read/index.ts";

/** A recognised sheet: which profile, and where its header row stands. */
export interface Recognised extends HeaderMatch {
  readonly headerLine: number;
  readonly width: number;
  readonly header: readonly string[];
}

/** How many records from the top may be titles and notes before the header. */
export const HEADER_WITHIN = 20;

/**
 * Finds the header row among a sheet's first records and the profile it belongs to; the profile that
 * explains most headers wins. Throws `E_UNRECOGNISED` with the headers that were found.
 */
export function recognise(records: readonly RawRecord[], source: string, as?: string): Recognised {
  const profiles = as === undefined ? ALL_PROFILES : profilesNamed(as);
  const matches = records.flatMap((record) => profiles.flatMap((profile) => matchesIn(profile, record)));
  const best = matches.toSorted((a, b) => weight(b) - weight(a))[0];
  if (best === undefined) throw unrecognised(records, source, as);
  return best;
}

/** A match and those of what else its rows hold. */
export function withCompanions(match: Recognised): Recognised[] {
  const { headerLine, header } = match;
  const others = (match.profile.companions ?? []).flatMap((each) =>
    matchesIn(each, { line: headerLine, cells: header }),
  );
  const isThere = ({ profile, places }: Recognised): boolean =>
    (profile.onlyWith ?? []).some((column) => column in places);
  return [match, ...others.filter(isThere)];
}

function matchesIn(profile: Profile, { line, cells }: RawRecord): Recognised[] {
  const match = matchHeader(profile, cells);
  return match === undefined ? [] : [{ ...match, headerLine: line, width: cells.length, header: cells }];
}

function weight({ places, values }: HeaderMatch): number {
  return Object.keys(places).length + Math.min(values.length, 3);
}

/** Profiles of published tables first: where both explain as many headers, a file is a published one. */
const ALL_PROFILES: readonly Profile[] = [...PROFILES, ...FORCE_PROFILES];

/** The profiles with an id, one a kind of file; throws `E_PROFILE` with those there are. */
export function profilesNamed(id: string): readonly Profile[] {
  const profiles = ALL_PROFILES.filter((each) => each.id === id);
  if (profiles.length === 0) {
    throw misuse({
      code: "E_PROFILE",
      found: `no profile is called "${id}"`,
      expected: [...new Set(ALL_PROFILES.map((each) => each.id))].join(", "),
    });
  }
  return profiles;
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
