import { randomUUID } from "node:crypto";

/** What a run does to the world beyond its return value; tests hand in their own. */
export interface Effects {
  /** The moment now. Derived rows never hold it; manifests do. */
  readonly now: () => Temporal.Instant;
  /** A fresh name for something half-made; never part of a derived row. */
  readonly newId: () => string;
  /** One line for the person who waits; goes to standard error. */
  readonly progress: (line: string) => void;
}

/** The real clock, random ids, and progress on standard error. */
export function realEffects(): Effects {
  return {
    now: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    progress: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Effects for tests and for quiet runs: a fixed clock, counted ids, nothing said. */
export function quietEffects(now = "2026-01-01T00:00:00Z"): Effects {
  let made = 0;
  return {
    now: () => Temporal.Instant.from(now),
    newId: () => `id-${++made}`,
    progress: () => {},
  };
}
