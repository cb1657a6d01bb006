import type { EverydayKind } from "./everyday-kind.ts";

/** Incident logs and intelligence, in the proportions of a control room's day. */
export const LOGS: readonly EverydayKind[] = [
  {
    kind: "incident",
    weight: 24,
    title: "Anti-social behaviour: nuisance",
    cast: { reporter: 1, suspect: 0.15 },
    domestic: 0,
    at: "street",
    delayDays: 0,
    texts: [
      "[Youths|Group of kids] [kicking football against wall|riding bikes on pavement|drinking in park]. [Unit to attend if free.|No unit available.|Area search no trace.]",
      "Loud [music|party] [again|tonight]. [Advised to contact council.|Noise app given.]",
    ],
  },
  {
    kind: "incident",
    weight: 16,
    title: "Concern for safety",
    cast: { victim: 0.9, reporter: 0.6 },
    domestic: 0,
    at: "home",
    delayDays: 0,
    texts: [
      "[Caller has not heard from friend|Carer cannot get reply|Neighbour's curtains drawn for days]. [Found safe and well.|No trace at address.|Ambulance called.]",
    ],
  },
  {
    kind: "incident",
    weight: 13,
    title: "Domestic: no offence",
    cast: { victim: 1, suspect: 0.95, reporter: 0.3 },
    domestic: 1,
    at: "home",
    delayDays: 0,
    flags: { da: 1 },
    texts: [
      "Verbal argument between partners over [money|contact with children|alcohol]. No offences disclosed. [One party left for the night.|Both calm on arrival.|DASH refused.]",
      "Neighbours report shouting. [No offences.|No signs of disturbance.] No threats made, no assault.",
    ],
  },
  {
    kind: "incident",
    weight: 12,
    title: "Road traffic collision",
    cast: { reporter: 0.8, witness: 0.5, suspect: 0.3 },
    domestic: 0,
    at: "street",
    delayDays: 0,
    texts: [
      "[Two vehicle|Car v lamp post|Car v cyclist] collision, [damage only|slight injury]. [Details exchanged.|Recovery arranged.]",
    ],
  },
  {
    kind: "incident",
    weight: 10,
    title: "Suspicious circumstances",
    cast: { reporter: 1 },
    domestic: 0,
    at: "street",
    delayDays: 0,
    texts: [
      "[Male trying car doors|Van driving slowly round estate|Torch seen in school]. [Area searched no trace.|Keys holder informed.]",
      "Caller thinks [someone was in the garden|a car was following but it turned off]. [No trace, nothing to suggest an offence.|Delivery driver, all in order.]",
    ],
  },
  {
    kind: "incident",
    weight: 9,
    title: "Civil dispute",
    cast: { reporter: 1, suspect: 0.5 },
    domestic: 0,
    at: "home",
    delayDays: 0,
    texts: ["Dispute over [boundary|deposit|car sale|child contact order]. Civil matter, advice given."],
  },
  {
    kind: "incident",
    weight: 7,
    title: "Missing person",
    cast: { victim: 1, reporter: 0.9 },
    domestic: 0,
    at: "home",
    delayDays: 0,
    texts: [
      "[Not returned from school|Left hostel and not back|Missing from care home]. [Returned of own accord.|Located at friend's address.]",
    ],
  },
  {
    kind: "intelligence",
    weight: 9,
    title: "Intelligence report",
    cast: { suspect: 1 },
    domestic: 0,
    at: "street",
    delayDays: 1,
    texts: [
      "[Dealing from|Regularly seen at] address, [comings and goings at night|believed cuckooed]. [Grading to follow.|Not to be disseminated.]",
      "Subject is [driving while disqualified|carrying a blade|selling stolen cycles].",
    ],
  },
];
