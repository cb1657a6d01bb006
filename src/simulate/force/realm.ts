import type { Law } from "../../law/index.ts";
import type { NameBook } from "./name-book.ts";
import type { ForceWorld } from "./worlds.ts";

/** What all towns of an invented force share. */
export interface Realm {
  readonly seed: string;
  readonly world: ForceWorld;
  readonly law: Law;
  readonly names: NameBook;
}
