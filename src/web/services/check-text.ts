import { sha256 } from "../../base/index.ts";
import { type CheckedText, checkText, type LawNames, type WeighedClaim } from "../../claims/index.ts";
import { answerFigures } from "../../figures/index.ts";
import { weighStated } from "./weigh-stated.ts";
import type { Services } from "./services.ts";

/** A checked text, and what it was checked against. */
export interface CheckedHere extends CheckedText {
  /** SHA-256 of the text. */
  readonly digest: string;
  /** What the figures make of the causes that the text states, where it says of which change. */
  readonly weighed: readonly WeighedClaim[];
  /** The build whose figures were compared; null when they are the published facts that ship with Throughline. */
  readonly build: { readonly id: string; readonly asOf: string | null } | null;
}

/** Checks a text against the build being served. */
export async function checkHere(
  { withArchive }: Pick<Services, "withArchive">,
  given: { readonly text: string; readonly dated: string | undefined; readonly names: LawNames },
): Promise<CheckedHere> {
  const { text, dated, names } = given;
  return withArchive(async (archive) => {
    const checked = await checkText(text, { law: names, finder: (each) => answerFigures(each, archive), dated });
    const { manifest } = archive.build ?? { manifest: null };
    return {
      ...checked,
      digest: sha256(text),
      weighed: await weighStated(archive, checked.claims),
      build: manifest === null ? null : { id: manifest.build, asOf: manifest.asOf },
    };
  });
}

/** Where texts can be kept; null when there is no store, only the published facts. */
export async function storeOf({ withArchive }: Pick<Services, "withArchive">): Promise<string | null> {
  return withArchive(({ store }) => Promise.resolve(store));
}
