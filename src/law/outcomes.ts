import type { Law, OutcomeRow, PeerRow, StrandRow } from "./law.ts";
import { normalTitle } from "./names.ts";

/** The outcome that a code (`1` to `22`, `0` for none yet) or a text names; nothing if none. */
export function outcomeOf(law: Law, codeOrText: string): OutcomeRow | undefined {
  const code = codeOrText.trim().replace(/^0+(?=\d)/, "");
  const wanted = normalTitle(codeOrText.slice(0, 300));
  return (
    law.outcomeCodes.find((row) => row.code === code) ??
    law.outcomeCodes.find((row) => [row.title, ...row.also].some((each) => normalTitle(each) === wanted))
  );
}

/** The strands of hate crime: the five monitored nationally, then local ones. */
export function strands(law: Law): readonly StrandRow[] {
  return law.strands;
}

/** Forces to compare an area with: a default to be set by the reader, not the Most Similar Group. */
export function peersOf(law: Law, area: string): readonly PeerRow[] {
  return law.peers.filter((row) => row.area === area);
}
