import type { ClaimValue, ReadClaim } from "./claim.ts";
import { type Level, type LevelIndex, levelsNear } from "./levels.ts";
import { explained, type Judged, shareVerdict } from "./part-of-whole.ts";
import type { ClaimSettings } from "./settings.ts";

interface With {
  readonly index: LevelIndex;
  readonly settings: ClaimSettings;
}

/** A share of a table: one in a column of shares by the columns that the others are of, one in the text by a cell and its column's whole. */
export function columnShare(claim: ReadClaim, share: ClaimValue, { index, settings }: With): Judged | undefined {
  const cells = levelsNear(index.levels, claim, { most: 40, reach: 3000 }).filter(
    ({ claim: { standing } }) => standing?.cell !== undefined,
  );
  if (cells.length === 0) return undefined;
  const judge = claim.standing?.cell === undefined ? ofCell : ofColumns;
  return judge({ claim, share, cells, settings });
}

interface InCells {
  readonly claim: ReadClaim;
  readonly share: ClaimValue;
  readonly cells: readonly Level[];
  readonly settings: ClaimSettings;
}

/** “Kent made up 5.1% of the national total”: of a cell of the place and period, in the largest cell of its column. */
function ofCell({ claim, share, cells, settings }: InCells): Judged | undefined {
  if (share.role !== "share" || share.step > share.value / 20) return undefined;
  const parts = cells.filter(
    ({ claim: { area }, unit }) => unit === "count" && (claim.area === null || area === claim.area),
  );
  const isMet = parts.some((part) => {
    const column = cells.filter(
      ({ since, unit, claim: { subject } }) =>
        unit === "count" && since === part.since && subject === part.claim.subject,
    );
    const whole = column.reduce((most, each) => (each.value.value > most.value.value ? each : most), part);
    return whole !== part && shareVerdict(share, part.value, whole.value, settings) === "consistent";
  });
  return isMet ? { arithmetic: "consistent", because: "" } : undefined;
}

/** The two columns whose numbers give the shares of all other rows give this one's as well, or it is wrong. */
function ofColumns({ claim, share, cells, settings }: InCells): Judged | undefined {
  const { column, row } = claim.standing?.cell ?? { column: -1, row: -1 };
  const others = cells.filter(
    ({ claim: other, unit, value }) =>
      other !== claim && unit === "percent" && value.role === "share" && cellOf(other)?.column === column,
  );
  const counts = cells.filter(({ unit }) => unit === "count");
  const mine = counts.filter(({ claim: other }) => cellOf(other)?.row === row);
  const pairs = mine.flatMap((part) => mine.map((whole) => ({ part, whole })));
  const pair = pairs.find(({ part, whole }) => {
    if (part === whole || others.length < 2) return false;
    return others.every((other) => {
      const [theirs, all] = [part, whole].map((level) =>
        counts.find(
          ({ claim: c }) =>
            cellOf(c)?.row === cellOf(other.claim)?.row && cellOf(c)?.column === cellOf(level.claim)?.column,
        ),
      );
      return (
        theirs !== undefined &&
        all !== undefined &&
        shareVerdict(other.value, theirs.value, all.value, settings) === "consistent"
      );
    });
  });
  return pair === undefined
    ? undefined
    : explained(shareVerdict(share, pair.part.value, pair.whole.value, settings), pair.part.value, pair.whole.value);
}

function cellOf({ standing }: ReadClaim): { readonly row: number; readonly column: number } | undefined {
  return standing?.cell;
}
