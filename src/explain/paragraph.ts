import type { Cause, Explanation, WeighedCause } from "./explanation.ts";
import { sayCount, sayShare } from "./say.ts";

/** The parts of an explanation that its paragraph is made from. */
export type Sayable = Pick<Explanation, "verdict" | "because" | "causes" | "inseparable" | "jointShares"> & {
  readonly area: string;
  readonly className: string;
  readonly from: { readonly said: string; readonly count: number };
  readonly to: { readonly said: string; readonly count: number };
  readonly interval: { readonly low: number; readonly high: number };
};

/** The paragraph in the words of official statistics: numbers and periods first, then what may and may not be said. */
export function paragraph(of: Sayable): string {
  return [opening(of), ordinary(of), ...supported(of), ...tiedCauses(of), ...out(of)].join(" ");
}

function opening({ area, className, from, to, interval }: Sayable): string {
  const difference = to.count - from.count;
  const words =
    difference === 0 ? "no change" : `${sayCount(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"}`;
  const between = `between ${interval.low.toFixed(2)} and ${interval.high.toFixed(2)} times the earlier count`;
  return (
    `Recorded ${className} in ${area}: ${sayCount(from.count)} in ${from.said}, ${sayCount(to.count)} in ${to.said}, ` +
    `${words}; by the series’ own spread ${between}.`
  );
}

function ordinary({ verdict, because }: Sayable): string {
  if (verdict === "changed") return `This is beyond ordinary variation. ${because}`;
  if (verdict === "not-shown")
    return `A change beyond ordinary variation is not shown, which does not mean that there was none. ${because}`;
  return `Whether this is beyond ordinary variation cannot be told. ${because}`;
}

function supported({ verdict, causes }: Sayable): readonly string[] {
  if (verdict !== "changed") return [];
  return causes
    .filter(({ standing, cause }) => standing === "supported" && cause !== "chance")
    .map((each) => `${capital(NAMES[each.cause])} is supported by these data${part(each)}.`);
}

function part({ share, bound }: WeighedCause): string {
  if (share === null) return "";
  return `: ${sayShare(share)} of the change, on a log scale${bound === null ? "" : `, ${bound}`}`;
}

function tiedCauses({ inseparable, jointShares, causes }: Sayable): readonly string[] {
  return inseparable.map((group, k) => {
    const names = list(group.map((cause) => NAMES[cause]));
    const decider = causes.find(({ cause }) => cause === group[0])?.decider ?? "";
    const joint = jointShares[k] ?? null;
    const between = joint === null ? "" : `, between them ${sayShare(joint)} of the change`;
    return `${capital(names)}${between}, cannot be told apart with these data; what would decide is ${decider}.`;
  });
}

function out({ verdict, causes }: Sayable): readonly string[] {
  if (verdict === "cannot-tell") return [];
  const unseen = causes.filter(({ standing }) => standing === "ruled-out").map(({ cause }) => cause);
  const ruled = unseen.filter((cause) => cause !== "chance").map((cause) => NAMES[cause]);
  const open = causes
    .filter(({ standing, cause }) => standing === "possible" && cause !== "chance")
    .map(({ cause }) => NAMES[cause]);
  return [
    ...(open.length === 0 ? [] : [`${capital(list(open))} may have played a part, but these data do not show it.`]),
    ...(unseen.includes("chance") ? ["Chance alone does not account for it."] : []),
    ...(ruled.length === 0 ? [] : [`Not seen in these data: ${list(ruled)}.`]),
  ];
}

/** The causes in prose. */
export const NAMES: Readonly<Record<Cause, string>> = {
  chance: "chance",
  "law-change": "a change of the law",
  "counting-rule": "a change of the counting rules",
  recording: "better or worse recording by the force",
  classification: "other classification by officers",
  reporting: "more or less reporting to the police",
  event: "an event",
  "real-change": "a real change in what happened",
  population: "the number of residents",
  "data-error": "an error in the data",
};

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
