import type { Part } from "./part.ts";
import * as gaps from "./rules.ts";

/** What a part makes with the one before it, when both are one statement: “rose by 26%” and “from 340 to 428”. */
export function attached(before: Part | undefined, part: Part, between: string): Part | undefined {
  if (before === undefined || between.length > 110 || part.upTo !== undefined || before.upTo !== undefined)
    return undefined;
  const join = JOINS.find(({ holds }) => holds(before, part, between));
  return join === undefined ? undefined : merged(before, part, join.as?.(before, part));
}

interface Join {
  readonly holds: (before: Part, part: Part, between: string) => boolean;
  readonly as?: (before: Part, part: Part) => Part["numbers"];
}

const JOINS: readonly Join[] = [
  // “fell by 11%, from 9,480 to 8,437”
  { holds: (a, b, between) => isOpen(a) && isPair(b) && isFree(between) && !/\bthis\b/.test(between) },
  // “rose by 247% to 3,941”
  {
    holds: (a, b, between) =>
      isOpen(a) &&
      isLoneCount(b) &&
      gaps.TO_BEFORE.test(between) &&
      isFree(between) &&
      !/\b(?:compared|due) to\b/.test(between),
    as: (a, b) => ({ ...a.numbers, to: b.numbers.count }) as Part["numbers"],
  },
  // “19% up on the 52,465”, “more than doubled, from 3,068”
  {
    holds: (a, b, between) =>
      isDerived(a) &&
      !has(a, "from") &&
      isLoneCount(b) &&
      gaps.ON_BEFORE.test(between) &&
      isFree(between) &&
      !/[@§]\s*$/.test(between),
    as: (a, b) => ({ ...a.numbers, from: b.numbers.count }) as Part["numbers"],
  },
  // “an increase of 266 or 19%”, “26.5% (+32,340)”
  {
    holds: (a, b, between) =>
      ((has(a, "diff") && !has(a, "pct") && has(b, "pct", "share")) ||
        (has(a, "pct") && !has(a, "diff") && has(b, "diff", "count"))) &&
      !has(b, "from", "to", "base") &&
      gaps.BESIDE.test(between) &&
      (!has(b, "count") || /^(?: \(|,? or (?:about |around |some |nearly )?)$/.test(between)) &&
      !b.isNoun === !/\b(?:a|an) [^(]*$/.test(between),
    as: (a, b) =>
      isEarlierLevel(a, b)
        ? ({ ...a.numbers, from: b.numbers.count } as Part["numbers"])
        : ({
            ...a.numbers,
            pct: a.numbers.pct ?? b.numbers.pct ?? b.numbers.share,
            diff: a.numbers.diff ?? b.numbers.diff ?? b.numbers.count,
          } as Part["numbers"]),
  },
  {
    holds: (a, b, between) =>
      has(a, "pct") && !has(a, "diff") && has(b, "diff") && !has(b, "from", "to") && between.endsWith(" ("),
  },
  // “4,213 in 2016, increasing by 42%” and “to 5,995”: the number before was where it began
  {
    holds: (a, b, between) =>
      a.rule.startsWith("number+moved") &&
      has(a, "to") &&
      !has(a, "from") &&
      isLoneCount(b) &&
      gaps.TO_BEFORE.test(between) &&
      isFree(between),
    as: ({ numbers: { to, ...derived } }, b) => ({ ...derived, from: to, to: b.numbers.count }) as Part["numbers"],
  },
  // “44% higher than in the same month of 2015 (183)”
  {
    holds: (a, b, between) =>
      isDerived(a) &&
      !has(a, "from") &&
      isLoneCount(b) &&
      /^[^;,(]{0,10}\b(?:than|on|from|as (?:many|much|high) as (?:in|the))\b[^;,(]{0,50} \($/.test(between),
    as: (a, b) => ({ ...a.numbers, from: b.numbers.count }) as Part["numbers"],
  },
  // “45% of cases, or 1,234 crimes”
  {
    holds: (a, b, between) =>
      has(a, "share") && !has(a, "count") && isLoneCount(b) && /^[^;,(]{0,50},? or $/.test(between),
  },
  // “up from 1,006 to 1,177 – 17 per cent”
  {
    holds: (a, b, between) =>
      isPair(a) &&
      has(b, "share") &&
      !has(b, "base", "count") &&
      (gaps.BESIDE_BARE.test(between) || gaps.BESIDE.test(between)),
    as: (a, b) => ({ ...a.numbers, pct: b.numbers.share }) as Part["numbers"],
  },
  // “1,310 (70%)”, “61 of 64 (95 per cent)”
  {
    holds: (a, b, between) =>
      has(a, "count") &&
      !isDerived(a) &&
      !has(a, "share") &&
      has(b, "share") &&
      !has(b, "base", "count") &&
      (gaps.BESIDE.test(between) ||
        (has(a, "base") && gaps.BESIDE_BARE.test(between)) ||
        /^[^,;]{0,40}, i\.e\. $/.test(between)),
    as: (a, b) => ({ share: b.numbers.share, ...a.numbers }) as Part["numbers"],
  },
  // “70% (1,310)”, “19.6 per cent (1,822 of 9,283 …)”
  {
    holds: (a, b, between) =>
      has(a, "share") &&
      !has(a, "count") &&
      has(b, "count") &&
      !has(b, "share") &&
      between.endsWith(" (") &&
      between.length < 4,
  },
  // “just under a quarter (24%) of”
  {
    holds: (a, b, between) => has(a, "part") && has(b, "share", "to") && /^ \($/.test(between),
    as: (_, b) => b.numbers,
  },
  // “64 arrests, up by a third”
  {
    holds: (a, b, between) =>
      isLoneCount(a) &&
      isDerived(b) &&
      !has(b, "to", "points") &&
      !b.isNoun &&
      gaps.THEN_MOVED.test(between) &&
      !gaps.NOUN_MOVED.test(between) &&
      isFree(between.replace(/§+[^,]*,/, ",")),
    as: (a, b) => ({ ...b.numbers, to: a.numbers.count }) as Part["numbers"],
  },
];

/** “10,616, up 45% (7,324)”: nearer to the percentage as the level before than as the difference. */
function isEarlierLevel({ numbers: { pct, to, diff }, direction }: Part, { numbers: { count } }: Part): boolean {
  if (pct === undefined || to === undefined || diff !== undefined || count === undefined) return false;
  const sign = direction === "down" ? -1 : 1;
  const off = (base: number): number => Math.abs(sign * (to.value / base - 1) * 100 - pct.value);
  const base = to.value - sign * count.value;
  return base <= 0 || off(count.value) < off(base);
}

function merged(before: Part, part: Part, numbers: Part["numbers"] = { ...before.numbers, ...part.numbers }): Part {
  const { count, ...rest } = numbers;
  const isChange = rest.from !== undefined || rest.pct !== undefined;
  const kept =
    isChange && count !== undefined && rest.share === undefined
      ? { ...rest, ...(rest.to === undefined ? { to: count } : {}) }
      : numbers;
  const defined = Object.fromEntries(
    Object.entries(kept).filter(([, number]) => number !== undefined),
  ) as Part["numbers"];
  return {
    rule: `${before.rule}+${part.rule}`,
    start: Math.min(before.start, part.start),
    end: Math.max(before.end, part.end),
    numbers: defined,
    direction: before.direction ?? part.direction,
    isNoun: before.isNoun,
  };
}

function has({ numbers }: Part, ...roles: readonly (keyof Part["numbers"])[]): boolean {
  return roles.some((role) => numbers[role] !== undefined);
}

function isDerived(part: Part): boolean {
  return has(part, "pct", "diff", "times", "points");
}

function isPair(part: Part): boolean {
  return has(part, "from") && has(part, "to") && !isDerived(part);
}

function isLoneCount(part: Part): boolean {
  return has(part, "count") && !has(part, "base", "share");
}

function isOpen(part: Part): boolean {
  return isDerived(part) && !has(part, "from", "to", "count");
}

function isFree(between: string): boolean {
  return !gaps.TURNS.test(between);
}
