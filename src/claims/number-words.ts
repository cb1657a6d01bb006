const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The words of which numbers under a hundred are made. */
export const NUMBER_WORDS: readonly string[] = [...UNITS, ...TENS];

/** “three hundred and forty” is 340, “one eighty-seven” as spoken 187; NaN for words that make no number, such as “five nine”. */
export function valueOfWords(words: string): number {
  const list = words.toLowerCase().split(/[ -]+/);
  const value = written(list);
  return Number.isNaN(value) ? spoken(list) : value;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

function written(words: readonly string[]): number {
  let total = 0;
  let part = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word === "and") continue;
    const small = smallOf(word);
    if (word === "a" || word === "an") part = 1;
    else if (small > 0) {
      if (small >= last || last < 20 || (last < 100 && small > 9)) return Number.NaN;
      part += small;
      last = small;
    } else if (word === "dozen") part = Math.max(1, part) * 12;
    else if (word === "hundred") {
      part = Math.max(1, part) * 100;
      last = Number.POSITIVE_INFINITY;
    } else {
      total += Math.max(1, part) * (SCALES[word] ?? 1);
      part = 0;
      last = Number.POSITIVE_INFINITY;
    }
  }
  return total + part;
}

/** A hundred left out, as in speech: “one eighty-seven”, “four twelve”. */
function spoken([first = "", ...rest]: readonly string[]): number {
  const hundreds = smallOf(first);
  const tail = written(rest);
  return hundreds >= 1 && hundreds <= 9 && tail >= 10 && tail <= 99 ? hundreds * 100 + tail : Number.NaN;
}

function smallOf(word: string): number {
  const unit = UNITS.indexOf(word) + 1;
  const ten = TENS.indexOf(word);
  return unit > 0 ? unit : ten >= 0 ? (ten + 2) * 10 : 0;
}
