import { happens, pick, type Random, whole } from "../random.ts";
import { dayIn, isoMinute, type Minute, MINUTES_A_DAY } from "./calendar.ts";
import { skewed } from "./draw.ts";
import type { Officer } from "./officers.ts";
import { DELIVERED, type Recorded, type Recorder } from "./recorder.ts";
import { STALKING_COURSE, type Training } from "./staff.ts";
import { filled } from "./texts.ts";

export interface ActionSettings {
  readonly training: Training;
  /** Of the force that recorded the event. */
  readonly officers: readonly Officer[];
  /** Whether the event belongs to a course of conduct, which is handled with more care, sometimes. */
  readonly inCourse: boolean;
}

/** Writes what was done about one event: some things late, some not at all. */
export function addActions(
  random: Random,
  recorder: Recorder,
  { recorded, ...settings }: ActionSettings & { recorded: Recorded },
): void {
  for (const { kind, share, days, results, texts } of PRACTICE) {
    if (!happens(random, share(settings, recorded))) continue;
    const at = kind === "closure" ? recorded.outcomeAt : timeOf(random, recorded, days);
    if (at === undefined || at >= DELIVERED) continue;
    const enteredAt = Math.min(DELIVERED - 1, Math.round(at + skewed(random, 90, 1.6)));
    recorder.add("actions", {
      action_ref: recorder.reference("A", recorded.happening.force, at),
      event_ref: recorded.eventRef,
      kind,
      at: isoMinute(at),
      entered_at: isoMinute(Math.max(enteredAt, recorded.enteredAt)),
      officer: (happens(random, 0.6) ? recorded.officer : pick(random, settings.officers)).id,
      result: filled(random, results).toLowerCase(),
      text: filled(random, pick(random, texts)),
      force: recorded.happening.force,
    });
  }
}

/** After it was reported; in hours or days, and sometimes in weeks. */
function timeOf(random: Random, { happening }: Recorded, days: number): Minute {
  return Math.round(happening.reportedAt + whole(random, 5, 40) + skewed(random, days * MINUTES_A_DAY, 1.1));
}

interface Practice {
  readonly kind: string;
  /** How often it is done. */
  readonly share: (settings: ActionSettings, recorded: Recorded) => number;
  /** Middle of the days it takes. */
  readonly days: number;
  readonly results: string;
  readonly texts: readonly string[];
}

const isDomestic = ({ happening }: Recorded): boolean => happening.flags.includes("da");
const isCrime = ({ happening }: Recorded): boolean => happening.filing.kind === "crime";
const isNamed = ({ happening }: Recorded): boolean =>
  happening.parts.some(({ role, only }) => role === "suspect" && only === undefined);
const isCharged = ({ outcomeCode }: Recorded): boolean => outcomeCode === "1";

function trainedShare({ training }: ActionSettings, { officer, recordedAt }: Recorded): number {
  return training.isTrained(officer, STALKING_COURSE, dayIn(recordedAt)) ? 0.8 : 0.45;
}

const PRACTICE: readonly Practice[] = [
  {
    kind: "attendance",
    share: (_, recorded) => (isCrime(recorded) ? 0.42 : 0.5),
    days: 0.15,
    results: "[attended|attended|no reply|resolved by phone]",
    texts: ["[Attended and spoke to victim.|Attended, area search negative.|No reply at address, card left.|]"],
  },
  {
    kind: "risk-assessment",
    share: (settings, recorded) =>
      isDomestic(recorded) || settings.inCourse ? trainedShare(settings, recorded) : 0.03,
    days: 0.8,
    results: "[standard|standard|standard|medium|medium|high]",
    texts: ["[DASH completed with victim.|Screening questions asked, answers on file.|Victim declined to answer.]"],
  },
  {
    kind: "arrest",
    share: (_, recorded) => (isCrime(recorded) && isNamed(recorded) ? (isCharged(recorded) ? 0.6 : 0.1) : 0),
    days: 3,
    results: "[interviewed and bailed|released under investigation|charged|released without charge]",
    texts: [
      "[Arrested at home address.|Attended voluntarily and arrested.|Arrested on suspicion, denied in interview.]",
    ],
  },
  {
    kind: "warning",
    share: ({ inCourse }, recorded) => (isNamed(recorded) ? (inCourse ? 0.14 : 0.015) : 0),
    days: 4,
    results: "[issued|issued|refused to sign]",
    texts: [
      "[Words of advice given to suspect by phone.|Warned about contact, understood.|Harassment warning letter served.]",
    ],
  },
  {
    kind: "referral",
    share: ({ inCourse }, recorded) => (inCourse ? 0.2 : isDomestic(recorded) ? 0.15 : 0.02),
    days: 2,
    results: "[accepted|declined|no answer]",
    texts: [
      "[Referred to victim support service with consent.|Referral to domestic abuse service offered.|Referred to MARAC.]",
    ],
  },
  {
    kind: "victim-contact",
    share: (_, recorded) => (isCrime(recorded) ? 0.6 : 0.12),
    days: 4,
    results: "[updated|updated|voicemail left|no answer]",
    texts: [
      "[Victim updated by phone.|Victim updated by letter.|Left message to call back.|Victim unhappy with progress.]",
    ],
  },
  {
    kind: "supervisor-review",
    share: ({ inCourse }, recorded) => (isCrime(recorded) ? (inCourse ? 0.4 : 0.25) : 0.02),
    days: 7,
    results: "[continue|continue|file|further enquiries set]",
    texts: [
      "[Reviewed, lines of enquiry proportionate.|Consider linked reports before filing.|Classification checked.|Reviewed, no change.]",
    ],
  },
  {
    kind: "closure",
    share: (_, { outcomeAt }) => (outcomeAt === undefined ? 0 : 0.95),
    days: 0,
    results: "[closed]",
    texts: ["[Finalised.|Filed pending new information.|All reasonable enquiries complete.]"],
  },
];
