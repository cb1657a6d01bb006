/**
 * The text with curly quotes, special spaces and dashes made plain, character for character, so that every
 * offset still points into the text as given. The marks that a sketch uses (see sketch.ts) are taken out.
 */
export function plainText(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])\d*[OlI]?\d[\dOlI,.]*(?![\p{L}\d])/gu, (found) =>
      /[OlI]/.test(found) ? found.replace(/O/g, "0").replace(/[lI]/g, "1") : found,
    )
    .replace(/(?<=\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/g, ",")
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u200B-\u200F\u2060\uFEFF\t]/g, " ")
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u00AB\u00BB]/g, '"')
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u2012-\u2015\u2212]/g, "\u2013")
    .replace(/[#~@\u00A4\u00B6\u00D7\u00A7]/g, " ");
}

/** A plain text on one line, character for character. */
export function flatText(plain: string): string {
  return plain.replace(/[^\S ]/g, " ");
}
