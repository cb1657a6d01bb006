import type { Period } from "../base/index.ts";
import type { Cause, Explanation, Standing, WeighedCause } from "./explanation.ts";

export interface ScanAsked {
  readonly from: Period;
  readonly to: Period;
  /** Class expressions; every named group that enough forces have when it is left out. */
  readonly classes?: readonly string[] | undefined;
  readonly knownOn?: string | undefined;
}

/** One class in one force between two periods. */
export interface ScanRow {
  readonly area: string;
  readonly areaName: string;
  /** The class expression under which it can be asked about. */
  readonly class: string;
  readonly className: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  readonly ratio: number | null;
  /** Null on a base under 50. */
  readonly percent: number | null;
  /** Of the ratio of the later to the earlier level, by the series' own spread. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p: number | null;
  /** Whether it is among the discoveries, of which one in twenty is false. */
  readonly held: boolean;
  /** Apart from the other areas, with them, or both; null where it was not held or stood alone. */
  readonly reach: "local" | "national" | "both" | null;
  /** What kind of change it is; null for those that were not weighed. */
  readonly kind: ScanKind | null;
}

export interface ScanKind {
  readonly verdict: Explanation["verdict"];
  readonly cause: Cause;
  readonly standing: Standing;
  readonly share: WeighedCause["share"];
  readonly inseparable: Explanation["inseparable"];
}

/** Every class in every force: what changed, and what kind of change; those held first, the surest and largest foremost. */
export interface Scan {
  readonly from: { readonly first: string; readonly last: string };
  readonly to: { readonly first: string; readonly last: string };
  readonly areas: number;
  readonly classes: readonly { readonly class: string; readonly className: string }[];
  /** Those for which it could be told, those held, and those of them that were weighed. */
  readonly tested: number;
  readonly held: number;
  readonly weighed: number;
  readonly falseDiscoveries: number;
  readonly rows: readonly ScanRow[];
}
