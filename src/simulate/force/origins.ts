import { happens, pick, type Random } from "../random.ts";
import { byWeight } from "./draw.ts";

/** How often a household is of each origin: invented, near a mixed town in the south of England. */
export const drawOrigin = byWeight({
  british: 66,
  scottish: 3,
  irish: 3,
  traveller: 1.2,
  polish: 5,
  baltic: 4,
  muslim: 6,
  sikh: 1.8,
  hindu: 2,
  african: 3,
  caribbean: 2,
  arabic: 1.2,
  somali: 0.8,
  chinese: 0.7,
  portuguese: 1.3,
});

/** Self-defined ethnicity in the codes of 16 + 1 (`W1`), as people of an origin would mostly give it. */
export function ethnicityOf(random: Random, origin: string): string {
  return pick(random, ETHNICITIES[origin] ?? ["O9"]);
}

const ETHNICITIES: Readonly<Record<string, readonly string[]>> = {
  british: ["W1", "W1", "W1", "W1", "W1", "W1", "W1", "M1", "M9"],
  scottish: ["W1"],
  irish: ["W2", "W2", "W1"],
  traveller: ["W9", "W2", "W1"],
  polish: ["W9"],
  baltic: ["W9"],
  muslim: ["A2", "A2", "A3", "A9"],
  sikh: ["A1"],
  hindu: ["A1"],
  african: ["B2"],
  caribbean: ["B1", "B1", "M1"],
  arabic: ["O9"],
  somali: ["B2"],
  chinese: ["O1"],
  portuguese: ["W9"],
};

/** How a wife and a child are named in a family of an origin. */
export interface FamilyCustom {
  /** Share of wives who take the husband's surname. */
  readonly takesName: number;
  /** Share of children who bear another surname than the father's. */
  readonly childDiffers: number;
  /** Share of sons called as their father. */
  readonly junior: number;
}

export function customOf(origin: string): FamilyCustom {
  return CUSTOMS[origin] ?? { takesName: 0.75, childDiffers: 0.12, junior: 0.03 };
}

const CUSTOMS: Readonly<Record<string, FamilyCustom>> = {
  muslim: { takesName: 0.25, childDiffers: 0.35, junior: 0.02 },
  somali: { takesName: 0, childDiffers: 0.8, junior: 0.02 },
  arabic: { takesName: 0.15, childDiffers: 0.15, junior: 0.02 },
  chinese: { takesName: 0.1, childDiffers: 0.02, junior: 0 },
  portuguese: { takesName: 0.5, childDiffers: 0.1, junior: 0.08 },
  caribbean: { takesName: 0.5, childDiffers: 0.3, junior: 0.07 },
  traveller: { takesName: 0.95, childDiffers: 0.03, junior: 0.3 },
};

/** Middle names: those that custom gives (Singh, Kaur), else none, one or two of the time. */
export function middleNames(random: Random, of: { origin: string; sex: string }, draw: () => string): string[] {
  if (of.origin === "sikh") return [of.sex === "M" ? "Singh" : "Kaur"];
  if (["muslim", "arabic", "somali", "chinese"].includes(of.origin)) return happens(random, 0.2) ? [draw()] : [];
  return happens(random, 0.62) ? (happens(random, 0.12) ? [draw(), draw()] : [draw()]) : [];
}
