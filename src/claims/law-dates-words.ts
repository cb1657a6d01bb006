/** The names of the months, as a pattern, in order. */
export const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DATE = String.raw`(?:(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?:(?<month>${MONTHS})(?: (?<usday>\d{1,2})(?:st|nd|rd|th)?)?,? )?(?<year>(?:19|20)\d\d)(?![\d/-])`;
/** A year, without which there is no date. */
export const YEAR = /\b(?:19|20)\d\d\b/;

const OFFENCE = String.raw`(?:offen[cs]es?|crimes?|illegal|unlawful|outlawed|criminali[sz]ed|against the law)`;
const INSTRUMENT = String.raw`(?:Acts?|laws?|legislation|offen[cs]es?|counting rules?|rules?|class|category|orders?|powers?|provisions?|sections?|code|bill|statute|regulations?|class \d\w+)`;
const LAW_WORDS = String.raw`\b(?:${INSTRUMENT}|${OFFENCE}|8[A-Z]|prosecuted|must be recorded|was recorded as|were recorded as|counted (?:as|in|under|within|inside))\b`;
/** Words of law and of counting. */
export const LAW = new RegExp(LAW_WORDS, "i");
/** Words by which something begins. */
export const BEGINS =
  /\b(?:became|become|becoming|been|came|comes|coming|come|took|takes|introduc\w+|brought|created?|creation|made|enacted|commenced|criminali[sz]ed|outlawed|since|until|before|prior|from|chang\w+|exist\w+|notifiable|inserted|added|expansion|inception|in force)\b/i;

const WHEN = String.raw`(?:(?:on|in|from|since|as of|back in|during) )?(?:the )?(?<date>${DATE})`;
const BE_LAW = String.raw`(?:an?|its own|a) (?:(?!of\b|victims?\b)[\w-]+ ){0,4}?${OFFENCE}`;

/** “Made coercive control a crime”, “outlawed”, “brought in a new offence”. */
const MADE_LAW = String.raw`(?:(?:made|making) (?!it )[^.;,\d]{3,60} (?:an? (?:\w+ ){0,2}(?:offen[cs]e|crime)|illegal|unlawful|against the law)|outlawed|criminali[sz]ed|(?:passed|created|introduced|brought in|enacted|changed) (?:an?|the|new|tougher|specific) [^.;,\d]{0,50}?\b(?:acts?|laws?|offen[cs]es?|rules?|legislation|class|powers?|orders?))`;

/** The ways in which a text says it; the one matched is the claim's rule. */
export const STATEMENTS: readonly { readonly name: string; readonly what: "law" | "rule"; readonly pattern: RegExp }[] =
  [
    {
      name: "became-offence",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:(?:has|have) (?:only )?(?:been|become)|became|becoming|was made|were made|made|is|are) (?:(?:(?!because|that|when|if|so)[\w]+ ){1,6})?(?:${BE_LAW}|(?:offen[cs]es|crimes)|illegal|unlawful|against the law|criminali[sz]ed)\b[^.;\d]{0,60}?${WHEN}`,
      ),
    },
    {
      name: "made-a-crime",
      what: "law",
      pattern: patternOf(String.raw`\b(?:in|on|from|since) (?<date>${DATE}),? (?:\w+ ){1,4}?${MADE_LAW}`),
    },
    {
      name: "made-a-crime",
      what: "law",
      pattern: patternOf(String.raw`\b${MADE_LAW}\b[^.;\d]{0,50}?${WHEN}`),
    },
    {
      name: "had-since",
      what: "law",
      pattern: patternOf(
        String.raw`\bsince (?:the )?(?<date>${DATE}),? (?:\w+ ){1,3}(?:have|has|had) (?:been )?[^.;\d]{3,60}`,
      ),
    },
    {
      name: "since-too",
      what: "law",
      pattern: patternOf(
        String.raw`(?<=\b(?:crime|offence|offense|illegal|law|unlawful)\b[^.]{0,60}[;,] )(?:and )?[a-z][a-z -]{3,40} (?:only )?since (?:the )?(?<date>${DATE})`,
      ),
    },
    {
      name: "criminalised",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:was|were|been) (?:first )?(?:criminali[sz]ed|outlawed|made (?:illegal|unlawful))\b[^.;\d]{0,30}?${WHEN}`,
      ),
    },
    {
      name: "came-into-force",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:c[ao]mes?|coming|brought|entered|being|been|took|takes|taken|taking) (?:in(?:to)?|effect|force)(?: (?:force|effect|law|being|operation))?\b[^.;\d]{0,30}?${WHEN}`,
      ),
    },
    {
      name: "introduced",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:(?:was|were|been|being) (?:first |formally |only )?|(?:first |newly )?)(?:introduced|brought in|created|enacted|commenced|inserted|passed|set up|added to the [\w ]{3,30})\b[^.;\d]{0,40}?${WHEN}`,
      ),
    },
    {
      name: "existed-since",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:existed|been available|been in force|been law|been in place|been on the statute book|been a class)\b[^.;\d]{0,40}?\bsince (?:the )?(?<date>${DATE})`,
      ),
    },
    {
      name: "in-then",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince) (?<date>${DATE}),? [^.;\d]{0,60}\b(?:became|was made|were made|came into (?:force|effect)|took effect|was introduced|were introduced|changed|was created|notifiable|must be recorded|must record|was criminali[sz]ed|had to be recorded|are recorded as|is recorded as)\b`,
      ),
    },
    {
      name: "rule-changed",
      what: "rule",
      pattern: patternOf(
        String.raw`\b(?:changes? (?:in|to|of) the [\w ]{0,30}(?:rules?|law)|(?:rules?|law) (?:\w+ )?changed|expansion of|(?:counting )?rules? (?:of|from|took effect in)|made notifiable|became notifiable|become notifiable)\b[^.;\d]{0,40}?(?:in|on|from|of) (?:the )?(?<date>${DATE})`,
      ),
    },
    {
      name: "until-then",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:[Uu]p until|[Uu]p to|[Uu]ntil|[Bb]efore|[Pp]rior to) (?<date>${DATE})(?=[^.;]{0,120}\b(?:(?:prosecuted|charged|dealt with) (?:under|as)|no specific|no separate|not (?:\w+ )?an?|harassment laws?|recorded as|counted (?:as|in|under|within|inside))\b)`,
      ),
    },
    {
      name: "until-then",
      what: "law",
      pattern: patternOf(
        String.raw`\b(?:(?:prosecuted|charged|dealt with) (?:under|as)|recorded as|counted (?:as|in|under|within|inside)|no specific offen[cs]e|no separate offen[cs]e)\b[^.;]{0,60}?\b(?:up until|until|before|prior to) (?<date>${DATE})`,
      ),
    },
  ];

function patternOf(source: string): RegExp {
  return new RegExp(source, "gi");
}
