export const INK = "#0b0c0c";
export const QUIET = "#505a5f";
export const GRID = "#d8dadb";
export const PAPER = "#ffffff";
/** Behind everything: a shaded stretch. */
export const BAND = "#e8f1f8";
export const ACCENT = "#1d70b8";

/** After the accent: Okabe and Ito's colours, told apart by colour-blind readers; without yellow, too pale on paper. */
const SERIES = [ACCENT, "#d55e00", "#009e73", "#cc79a7", INK, "#e69f00", "#56b4e9"] as const;

/** The colour of each series: as given, else the next one not yet taken. */
export function colourBy(
  series: readonly string[],
  given: Readonly<Record<string, string>> = {},
): (series: string) => string {
  const taken = new Set(Object.values(given));
  const free = SERIES.filter((colour) => !taken.has(colour));
  const unnamed = series.filter((name) => given[name] === undefined);
  return (name) => given[name] ?? free[unnamed.indexOf(name) % free.length] ?? ACCENT;
}
