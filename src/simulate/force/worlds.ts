import { misuse } from "../../base/index.ts";

/** What a world makes harder; shares and rates lie between 0 and 1, factors are 1 in the default world. */
export interface ForceWorld {
  readonly name: string;
  readonly meaning: string;
  /** Factor on every officer's rate of slips. */
  readonly slips: number;
  /** Factor on what is left blank. */
  readonly gaps: number;
  /** Share of suspects who have other names, and how often they give one. */
  readonly aliased: number;
  readonly aliasGiven: number;
  /** How often the force's own person number is found again, and how often it is another person's. */
  readonly nominalFound: number;
  readonly nominalWrong: number;
  /** Share of people in hostels, shared flats and large households; of phones that a household shares. */
  readonly shared: number;
  readonly sharedPhones: number;
  /** Courses of conduct and things that look like one, for every 1,000 people. */
  readonly courses: number;
  readonly lookalikes: number;
  /** Share of courses whose suspect is not named in most events. */
  readonly unnamed: number;
  /** Share of a course's events that are filed as stalking or harassment, rather than as what was seen that day. */
  readonly namedAsCourse: number;
  /** Factors on two kinds of lookalike. */
  readonly quarrels: number;
  readonly repeats: number;
}

const DEFAULT: ForceWorld = {
  name: "default",
  meaning: "a force as one may be met: some of everything",
  slips: 1,
  gaps: 1,
  aliased: 0.05,
  aliasGiven: 0.15,
  nominalFound: 0.82,
  nominalWrong: 0,
  shared: 0.08,
  sharedPhones: 0.1,
  courses: 12,
  lookalikes: 14,
  unnamed: 0.15,
  namedAsCourse: 0.35,
  quarrels: 1,
  repeats: 1,
};

const HARDER: readonly (Partial<ForceWorld> & Pick<ForceWorld, "name" | "meaning">)[] = [
  {
    name: "aliases",
    meaning: "many suspects use other names, names are spelt in more ways, person numbers are sometimes another's",
    slips: 1.8,
    aliased: 0.35,
    aliasGiven: 0.35,
    nominalFound: 0.65,
    nominalWrong: 0.004,
  },
  {
    name: "mixed-codes",
    meaning: "courses are filed as damage, messages, breaches and logs, hardly ever as stalking or harassment",
    namedAsCourse: 0.06,
  },
  {
    name: "unnamed-suspects",
    meaning: "most courses are by somebody not named, tied by phone, handle, vehicle or place",
    unnamed: 0.75,
    gaps: 1.3,
  },
  {
    name: "shared-households",
    meaning: "many live in hostels, shared flats and large households, and share phones",
    shared: 0.35,
    sharedPhones: 0.4,
  },
  { name: "quarrels", meaning: "many quarrels both ways, neighbours' logs and debts", lookalikes: 40, quarrels: 3 },
  {
    name: "unrelated-repeats",
    meaning: "many people are victims again and again, of unrelated people",
    lookalikes: 40,
    repeats: 4,
  },
];

/** Every world by name; the first is the default. */
const WORLDS: readonly ForceWorld[] = [DEFAULT, ...HARDER.map((world) => ({ ...DEFAULT, ...world }))];

/** The world of a name; throws `E_WORLD` and lists them for any other. */
export function worldNamed(name: string): ForceWorld {
  const world = WORLDS.find((each) => each.name === name);
  if (world !== undefined) return world;
  throw misuse({
    code: "E_WORLD",
    found: `no world is called "${name}"`,
    expected: WORLDS.map((each) => each.name).join(", "),
    remedy: "throughline simulate --help",
  });
}

/** The names of all worlds, the default first. */
export const WORLD_NAMES: readonly string[] = WORLDS.map(({ name }) => name);
