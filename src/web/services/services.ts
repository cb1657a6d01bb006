import type { Effects } from "../../base/index.ts";
import { type Archive, openArchive } from "../../figures/index.ts";
import type { Law } from "../../law/index.ts";
import { Builds } from "../../engine/index.ts";
import { lendLatest } from "./lend.ts";

/** All that a page may call. */
export interface Services {
  readonly law: Law;
  readonly effects: Effects;
  /** Lends the archive of the build being served; it stays open until the use is over, whatever is built meanwhile. */
  readonly withArchive: <T>(use: (archive: Archive) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** The services of a store; without a build in it, of the published facts that ship with Throughline. */
export function servicesOf(given: { readonly store: string; readonly law: Law; readonly effects: Effects }): Services {
  const { store, law, effects } = given;
  const builds = new Builds(store);
  const lender = lendLatest({
    latest: async () => (await builds.current())?.manifest.build ?? "",
    open: () => openArchive(store, law),
    shut: ({ session }) => session.close(),
  });
  return { law, effects, withArchive: lender.lend, close: lender.close };
}
