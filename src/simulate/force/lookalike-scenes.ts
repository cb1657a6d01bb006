import type { Act } from "./acts.ts";
import type { Filing } from "./happening.ts";

export type LookalikeKind = "quarrel" | "noise-log" | "debt" | "duplicate" | "unrelated-repeats";

/** What is told and filed, and which acts the text tells of the one named as suspect. */
export interface Scene {
  readonly filings: readonly Filing[];
  readonly acts: readonly Act[];
  readonly texts: readonly string[];
}

interface Scenes {
  /** Middle of the days between two events, and how many there are. */
  readonly pace: { readonly days: number; readonly least: number; readonly most: number };
  readonly scenes: readonly Scene[];
}

const crime = (code: string): Filing => ({ kind: "crime", code });
const classed = (given: string): Filing => ({ kind: "crime", class: given });
const log = (title: string): Filing => ({ kind: "incident", title });

/** What looks like a course of conduct: quarrels both ways, noise, debts, one event reported twice, bad luck. */
export const SCENES: Readonly<Record<LookalikeKind, Scenes>> = {
  quarrel: {
    pace: { days: 12, least: 3, most: 7 },
    scenes: [
      {
        filings: [crime("125/12"), log("Anti-social behaviour: personal")],
        acts: [],
        texts: [
          "[Neighbours|Former friends] shouting at each other [in the street|over the fence] about [parking|children|a hedge], both have called. [Each blames the other.|Six of one.]",
          "Counter allegation to yesterday's call, [says other party started it|wants it known they swore first]. Neighbour dispute, no offences.",
        ],
      },
      {
        filings: [crime("105/1"), log("Anti-social behaviour: personal")],
        acts: ["assault"],
        texts: [
          "Pushing and shoving between the two [on the landing|outside school], [both report being pushed|cross allegations].",
        ],
      },
      {
        filings: [crime("8/72"), log("Nuisance communications")],
        acts: ["contacting"],
        texts: [
          "[Abusive texts|Insults on Facebook] sent both ways [after|since] the falling out, each has shown the other's messages.",
        ],
      },
      {
        filings: [crime("195/94"), crime("125/9")],
        acts: ["threats"],
        texts: [
          "Threat made in [a row|an argument] over [the shared drive|a loan], the other party reports the same was said to them. Both spoken to.",
        ],
      },
    ],
  },
  "noise-log": {
    pace: { days: 8, least: 3, most: 9 },
    scenes: [
      {
        filings: [log("Anti-social behaviour: nuisance")],
        acts: [],
        texts: [
          "Caller reports [loud music|banging|barking dog|DIY] from next door [again|since 11pm|for three hours]. [Diary sheets given.|Council environmental health informed.|No unit free.]",
          "Ongoing noise from flat [above|below], [caller cannot sleep|washing machine at 2am]. No threats, no contact between parties.",
          "Same caller as last week re noise. [Not a police matter, advice given.|Landlord to be told.]",
        ],
      },
    ],
  },
  debt: {
    pace: { days: 15, least: 2, most: 5 },
    scenes: [
      {
        filings: [log("Civil dispute"), log("Nuisance communications")],
        acts: [],
        texts: [
          "[Bailiff|Debt collector] attended the address over [unpaid council tax|a car loan|a catalogue debt], [showed identification|left a card]. Lawful, civil matter.",
          "Caller says a collection agency keeps [ringing|sending letters] about an account in arrears. Advice to contact [the company|Citizens Advice]. No offences.",
        ],
      },
      {
        filings: [crime("8/72"), log("Civil dispute")],
        acts: [],
        texts: [
          "Victim received letters headed final notice from a debt firm and found them upsetting. [Genuine firm.|Checked, account is in default.]",
        ],
      },
    ],
  },
  duplicate: {
    pace: { days: 0.6, least: 2, most: 3 },
    scenes: [
      {
        filings: [crime("125/9"), log("Suspicious circumstances")],
        acts: ["following"],
        texts: [
          "[Victim|Caller's friend] was followed [home from the pub|along the High Street] on the evening in question, [same incident as earlier log|further to call already made|online report of matter already given to officers].",
        ],
      },
      {
        filings: [crime("8/72"), log("Nuisance communications")],
        acts: ["contacting"],
        texts: [
          "Messages received that evening, [already reported by phone|believe partner has also called it in|second report of the same messages].",
        ],
      },
      {
        filings: [classed("58C"), log("Anti-social behaviour: nuisance")],
        acts: ["interfering"],
        texts: [
          "Car window broken that night, [neighbour also reporting|insurance wants a number, already logged|see earlier log].",
        ],
      },
    ],
  },
  "unrelated-repeats": {
    pace: { days: 80, least: 3, most: 7 },
    scenes: [
      {
        filings: [classed("58C"), classed("45")],
        acts: [],
        texts: [
          "[Wing mirror broken|Number plates taken|Window smashed, {item} stolen] overnight, other cars in the road hit as well. No suspects.",
        ],
      },
      {
        filings: [classed("49"), classed("39")],
        acts: [],
        texts: ["{item} taken from [bag|changing room|shared kitchen]. [No CCTV.|Not connected with earlier theft.]"],
      },
      {
        filings: [crime("105/1"), crime("125/12")],
        acts: [],
        texts: [
          "[Drunk stranger|Customer|Another passenger] [shouted at|pushed] victim [in the taxi queue|in the shop|on the bus]. Not known to victim. Not targeted.",
        ],
      },
      {
        filings: [crime("8/72"), log("Nuisance communications")],
        acts: [],
        texts: [
          "Victim got [a scam call|a text about a parcel|an e-mail demanding bitcoin], thousands sent the same. Reported to Action Fraud.",
        ],
      },
    ],
  },
};
