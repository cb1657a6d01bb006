import { flatText, plainText } from "./plain.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { unfold, type Unfolded } from "./unfold.ts";

/** A text made ready to be read, once for all readings. Places are those of the unfolded text. */
export interface PreparedText {
  /** As given; quotes are cut out of it. */
  readonly given: string;
  readonly unfolded: Unfolded;
  readonly plain: string;
  /** The plain text with its line breaks made spaces. */
  readonly flat: string;
  readonly sentences: readonly Sentence[];
}

/** Prepares a text for its readings. */
export function prepare(given: string): PreparedText {
  const unfolded = unfold(given);
  const plain = plainText(unfolded.text);
  return { given, unfolded, plain, flat: flatText(plain), sentences: sentencesOf(unfolded.text) };
}
