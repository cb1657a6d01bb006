import { sayDay } from "../base/index.ts";
import type { EventEffect, EventStudied } from "./event-study.ts";
import type { Measured } from "./event-spike.ts";

/** A study in lines: the event, what it is known to touch, what moved, and in a last sentence what did not. */
export function sayEvent({ title, date, effects }: EventStudied): readonly string[] {
  const head = `${title}, ${sayDay(date)}`;
  if (effects.length === 0) return [`${head}: too little is held around it by month or quarter to tell what it did.`];
  const told = effects.filter(({ moved, role }) => moved !== "not-shown" || role !== "other");
  const still = effects.filter((each) => !told.includes(each)).map(({ className }) => className);
  return [
    `${head}:`,
    ...told.map((each) => `${ROLES[each.role]}${each.className}: ${sentence(each)}`),
    ...(still.length === 0 ? [] : [`No spike is shown in ${still.join(", ")}.`]),
  ];
}

const ROLES = { touched: "", twin: "The twin, ", other: "" } as const;

function sentence(effect: EventEffect): string {
  const { moved, spike, left, fading } = effect;
  const beside = [
    ["against its twins", effect.againstTwins],
    ["in the other areas", effect.elsewhere],
    ["here apart from them", effect.apart],
  ] as const;
  const others = beside.flatMap(([where, size]) => (size === null ? [] : [`${where} ${sayFactor(size)}`]));
  const more = others.length === 0 ? "" : `; ${others.join(", ")}`;
  if (moved === "not-shown" || fading === null) {
    return `no spike is shown: ${sayFactor(spike)} what the highest month would else have been${more}.`;
  }
  return (
    `${moved} to ${sayFactor(spike)} what the highest month would else have been${more}. ` +
    `${sayFading(fading)} Afterwards the level was ${sayFactor(left)} that before.`
  );
}

function sayFactor({ factor, low, high }: Measured): string {
  return `${factor.toFixed(2)} times (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** The ends of what can be told, in months. */
const [SHORTEST, LONGEST] = [0.16, 2.9];

function sayFading({ best, low, high }: NonNullable<EventEffect["fading"]>): string {
  const from = low < SHORTEST ? "under a week" : sayDays(low);
  const to = high > LONGEST ? "over three months" : sayDays(high);
  return `It fell to a third of its height in about ${sayDays(best)} (${from} to ${to}).`;
}

function sayDays(months: number): string {
  return `${Math.round(months * 30.4)} days`;
}
