import { LINE, textWidth, widestOf, wrapText } from "./text.ts";

/** A vertical line that wants its label beside its top. */
export interface Pole {
  readonly x: number;
  readonly label: string;
  readonly kind: string;
}

/** A label placed above the plot: `foot` and `head` are heights over the plot's upper edge. */
export interface Flag {
  readonly x: number;
  readonly kind: string;
  readonly lines: readonly string[];
  /** The side of the pole that the label hangs on. */
  readonly side: "right" | "left";
  readonly foot: number;
  readonly head: number;
}

/** How far a label stands from its pole, and from its neighbour. */
export const FLAG_GAP = 5;
const APART = 8;

/**
 * Labels for poles (sorted by x) within a sheet `width` wide, so that no label touches another label or another pole.
 * Poles left of some place hang their labels right, the others left; a label that would cover a pole stands above
 * that pole's own. Of all such places, and of wider and narrower labels, the lowest arrangement is taken. Where there is
 * none, each label has a row to itself, and a pole may pass behind a label.
 */
export function placeFlags(poles: readonly Pole[], width: number): readonly Flag[] {
  let best: Arrangement | undefined;
  for (const wrap of [0.36, 0.27, 0.2, 0.14].map((share) => Math.max(70, share * width))) {
    for (let turn = poles.length; turn >= 0; turn--) {
      const found = arrange(poles, { wrap, turn, width });
      if (found !== undefined && (best === undefined || found.height < best.height)) best = found;
    }
  }
  return best?.flags ?? stacked(poles, width);
}

interface Arrangement {
  readonly flags: readonly Flag[];
  readonly height: number;
}

interface Box {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  readonly side: "right" | "left";
}

function arrange(
  poles: readonly Pole[],
  { wrap, turn, width }: { wrap: number; turn: number; width: number },
): Arrangement | undefined {
  const boxes = poles.map((pole, i) => boxOf(pole, i < turn ? "right" : "left", wrap));
  if (boxes.some((box) => box.from < 0 || box.to > width)) return undefined;
  const feet = heightsOver(boxes);
  if (feet === undefined) return undefined;
  const flags = boxes.map(({ x, lines, side }, i) => {
    const foot = feet[i] ?? 0;
    return { x, kind: poles[i]?.kind ?? "", lines, side, foot, head: foot + lines.length * LINE + APART / 2 };
  });
  return { flags, height: Math.max(0, ...flags.map((flag) => flag.head)) };
}

function boxOf({ x, label }: Pole, side: "right" | "left", wrap: number): Box {
  const lines = balanced(label, wrap);
  const reach = widestOf(lines) + FLAG_GAP + APART;
  return side === "right" ? { x, from: x, to: x + reach, lines, side } : { x, from: x - reach, to: x, lines, side };
}

function stacked(poles: readonly Pole[], width: number): readonly Flag[] {
  let foot = 0;
  return poles.map(({ x, label, kind }) => {
    const side = x < width / 2 ? "right" : "left";
    const lines = balanced(label, Math.max(x, width - x) - FLAG_GAP - APART);
    const flag: Flag = { x, kind, lines, side, foot, head: foot + lines.length * LINE + APART / 2 };
    foot = flag.head;
    return flag;
  });
}

/** Wrapped to as few lines as the width allows, then as narrow as that many lines allow. */
function balanced(label: string, wrap: number): readonly string[] {
  const fewest = wrapText(label, wrap);
  const even = wrapText(label, textWidth(label) / fewest.length + SLACK);
  return even.length === fewest.length && widestOf(even) < widestOf(fewest) ? even : fewest;
}

const SLACK = 24;

/** The foot of each box over the boxes it must clear; nothing when two would each have to be above the other. */
function heightsOver(boxes: readonly Box[]): readonly number[] | undefined {
  const feet: (number | "asked" | undefined)[] = boxes.map(() => undefined);
  const footOf = (i: number): number | undefined => {
    const known = feet[i];
    if (known === "asked") return undefined;
    if (known !== undefined) return known;
    feet[i] = "asked";
    let foot = 0;
    for (const [j, other] of boxes.entries()) {
      if (i === j || !mustClear(boxes, i, j)) continue;
      const below = footOf(j);
      if (below === undefined) return undefined;
      foot = Math.max(foot, below + other.lines.length * LINE + APART / 2);
    }
    feet[i] = foot;
    return foot;
  };
  const found = boxes.map((_, i) => footOf(i));
  return found.every((foot) => foot !== undefined) ? found : undefined;
}

/** Whether box i must stand above box j: it covers j's pole, or (of two that only overlap) it comes first. */
function mustClear(boxes: readonly Box[], i: number, j: number): boolean {
  const [one, other] = [boxes[i], boxes[j]];
  if (one === undefined || other === undefined || one.to <= other.from || other.to <= one.from) return false;
  if (one.x === other.x && one.side === other.side) return one.side === "right" ? i < j : i > j;
  const coversPole = other.x >= one.from && other.x < one.to && one.x !== other.x;
  const isCovered = one.x >= other.from && one.x < other.to && one.x !== other.x;
  return coversPole || (!isCovered && i < j);
}
