// Who may speak, and the words by which a text says so, as regular expressions over plain text.

/** Latin letters by their ranges: the classes of all scripts, set in so many places, take a tenth of a second to compile. */
const LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ";
const UPPER = "[A-ZÀ-ÖØ-Þ]";

const oneOf = (...words: readonly string[]): string => `(?:${words.join("|")})`;
/** Either case of the first letter, because names are told by their capitals. */
const cased = (words: string): string =>
  words.replaceAll(/(?<=^|[| ])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);

/** Two or three words with capitals. */
export const NAME = String.raw`${UPPER}[${LETTERS}'-]*[${LETTERS}](?: ${UPPER}[${LETTERS}'-]*[${LETTERS}]){1,2}`;
/** With a role before it, one word is a name too. */
const SHORT_NAME = String.raw`${UPPER}[${LETTERS}'-]*[${LETTERS}](?: ${UPPER}[${LETTERS}'-]*[${LETTERS}]){0,2}`;
const ROLE = oneOf(
  cased(
    "chief constable|chief superintendent|chief inspector|superintendent|inspector|sergeant|police chief|crime commissioner|" +
      "commissioner|commander|home secretary|minister|mayor|councillor|cllr|chief executive|chairman|chairwoman|chair|" +
      "director|manager|spokesman|spokeswoman|spokesperson|registrar|analyst|professor|sheriff|campaigner|charity|leader|" +
      "police lead|officer|statistician|chief|inspectorate",
  ),
);
const BEFORE_ROLE = oneOf(
  String.raw`${UPPER}[${LETTERS}.-]*(?:'s)?`,
  ...cased(
    "force's|force|county's|council's|police|and|crime|local|deputy|assistant|temporary|former|acting|detective|victims'|senior|panel|policing",
  ).split("|"),
);
const PERSON = String.raw`(?:${cased("the|a|an|our")} )?(?:${BEFORE_ROLE} ){0,5}?${ROLE}(?: ${SHORT_NAME}|, ${NAME})?`;
/** A body that speaks: the force, Mockton Police, ONS. */
export const BODY = oneOf(
  `${cased("the")} (?:${cased("force|report|council|charity|police|government|review|bulletin|inspectorate|panel|ministry|department|document|board|union|trust")}|Home Office|Ministry of Justice|Met)`,
  String.raw`(?:${UPPER}[${LETTERS}&'-]* ){1,3}(?:Police|Constabulary|Council|Trust|Service|Office|Federation)`,
  "Police",
  "Officers",
  "Ministers",
  "Statisticians",
  "HMICFRS",
  "HMIC",
  "ONS",
);
const PRONOUN = oneOf(...cased("he|she|they").split("|"));
const WHO = `(?<who>${PERSON}|${BODY}|${NAME}|${PRONOUN})`;
/** Word for word, which is quicker to look through than patterns. */
const SAID = oneOf(
  "accepted|acknowledged|acknowledges|added|adds|admits|admitted|argued|argues|attributed|attributes|believe|believed|believes",
  "blamed|blames|claimed|claims|confirmed|declined|denied|explained|insisted|insists|noted|notes|put|said|say|says|stated|states",
  "stressed|stresses|suggested|suggests|tells|think|thinks|thought|told|warned|warns",
);
const BETWEEN = String.raw`(?:, [^,".;]{1,60},)?(?: (?:has|have|had|also|later|then|who|today|yesterday|genuinely|firmly|itself|himself|herself|again|went on to)){0,3}`;
/** “X said”, “He genuinely believed”. */
export const BEFORE_VERB = new RegExp(String.raw`(?<![${LETTERS}'])${WHO}${BETWEEN},? (?<verb>${SAID})\b`, "gu");
/** A quick look before the slow ones. */
export const HAS_VERB = new RegExp(String.raw`\b${SAID}\b`);
/** “…”, said X. */
export const BEHIND_VERB = new RegExp(
  String.raw`(?<=[,"?!] ?)(?:said|says|added|explained) ${WHO.replace("<who>", "<behind>")}(?![${LETTERS}])`,
  "gu",
);
/** “According to X”. */
export const ACCORDING_TO = new RegExp(
  String.raw`\b[Aa]ccording to ${WHO.replace("<who>", "<source>")}(?![${LETTERS}])`,
  "gu",
);
/** “X: …”. */
export const LABEL = new RegExp(String.raw`(?<=^\s*)${WHO.replace("<who>", "<label>")}: `, "gu");
/** Someone put before the reader without a word said. */
const SPOKEN_OF = `(?:(?<name>${NAME})(?= (?:is|was|has|had|will|would)\\b)|(?<role>${PERSON})(?![${LETTERS}]))`;
/** At the head of a sentence. */
export const SPOKEN_OF_FIRST = new RegExp(String.raw`^["\s]*${SPOKEN_OF}`, "gu");
/** “By the chief constable …”. */
export const SPOKEN_OF_BY = new RegExp(String.raw`(?<=\bby )${SPOKEN_OF}`, "gu");
