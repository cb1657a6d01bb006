import { pick, type Random, shuffled, whole } from "../random.ts";
import type { Address } from "./kinds.ts";

/** An invented town, policed as one district of a force. */
export interface Town {
  readonly number: number;
  readonly name: string;
  readonly district: string;
  readonly streets: readonly Street[];
  readonly hostels: readonly Address[];
}

interface Street {
  readonly name: string;
  readonly town: string;
  readonly houses: number;
  readonly outward: string;
  readonly inward: readonly string[];
  readonly lsoa: string;
}

/** The invented town of a number, the same for every seed but for its streets. */
export function townOf(random: Random, number: number): Town {
  const name = townName(number);
  const streets = shuffled(random, STREET_NAMES)
    .slice(0, 70)
    .map((street, i) => streetOf(random, { street, town: name, number, i }));
  const hostels = HOSTELS.map((hostel) => ({ ...houseIn(random, pick(random, streets)), flat: "", house: hostel }));
  return { number, name, district: `${name} district`, streets, hostels };
}

/** A house or a flat of a town. */
export function addressIn(random: Random, town: Town): Address {
  return houseIn(random, pick(random, town.streets));
}

/** A flat within a house, as the shared ones have. */
export function flatIn(random: Random, address: Address): Address {
  return { ...address, flat: `Flat ${whole(random, 1, 12)}` };
}

/** `Flat 2, 12 Larkmere Road, Nether Coombe` */
export function addressLine({ flat, house, street, town }: Address): string {
  return `${flat === "" ? "" : `${flat}, `}${house} ${street}, ${town}`;
}

function houseIn(random: Random, { name, town, houses, outward, inward, lsoa }: Street): Address {
  const house = whole(random, 1, houses);
  const postcode = `${outward} ${inward[Math.floor((house - 1) / 30)] ?? inward[0]}`;
  const flat = random() < 0.15 ? `Flat ${whole(random, 1, 6)}` : "";
  return { flat, house: String(house), street: name, town, postcode, lsoa };
}

interface StreetPlace {
  readonly street: string;
  readonly town: string;
  readonly number: number;
  readonly i: number;
}

function streetOf(random: Random, { street, town, number, i }: StreetPlace): Street {
  const houses = whole(random, 20, 120);
  const inward = Array.from({ length: 4 }, (_, part) => inwardCode(number * 280 + i * 4 + part));
  return { name: street, town, houses, outward: outwardCode(number), inward, lsoa: lsoaCode(number, i) };
}

/**
 * `ZD14`: well formed, and in no list of real postcodes, as there is no area ZD.
 * Towns share an outward code when there are more than 99 of them.
 */
function outwardCode(town: number): string {
  return `ZD${(town % 99) + 1}`;
}

/** Letters that a postcode's end may have. */
const INWARD = "ABDEFGHJLNPQRSTUWXYZ";

function inwardCode(n: number): string {
  return `${n % 10}${INWARD[Math.floor(n / 10) % 20]}${INWARD[Math.floor(n / 200) % 20]}`;
}

/** `E0199…`: well formed and above every code in use. Seven streets to an area of the town. */
function lsoaCode(town: number, street: number): string {
  return `E01${String(990_000 + ((town * 10 + Math.floor(street / 7)) % 10_000)).padStart(6, "0")}`;
}

function townName(number: number): string {
  const start = TOWN_STARTS[number % TOWN_STARTS.length] ?? "";
  const round = Math.floor(number / TOWN_STARTS.length);
  const end = TOWN_ENDS[(number + round) % TOWN_ENDS.length] ?? "";
  const further = Math.floor(round / TOWN_ENDS.length);
  return `${further === 0 ? "" : `${["Upper", "Lower", "Great", "Little"][(further - 1) % 4]} `}${start}${end}`;
}

const TOWN_STARTS =
  "Arden;Brack;Corrin;Dunmer;Elver;Fenwy;Garrow;Hesk;Illing;Jarrin;Kelm;Lorven;Mardle;Norrin;Orrel;Penwar;Quen;Rushen;Scarrow;Tolver;Umber;Venning;Wendle;Yarrow;Ambel;Brisk;Cadmer;Drel".split(
    ";",
  );
const TOWN_ENDS = "mouth;stoke;ham;bridge;ford;minster;haven;cester;market;gate;wold".split(";");

const STREET_STARTS =
  "Larkmere;Tanner;Cobden;Priory;Quarry;Mill;Orchard;Station;Victoria;Albion;Chapel;Meadow;Foundry;Kiln;Harbour;Beacon;Linden;Sycamore;Bramble;Willow;Hawthorn;Jubilee;Cannon;Weaver;Saddler;Cooper;Rectory;Abbey;Castle;Park;Queen's;King's;Nelson;Trafalgar;Alma;Balaclava;Rowan;Juniper;Plover;Heron;Kestrel;Swallow".split(
    ";",
  );
const STREET_ENDS = ["Road", "Street", "Avenue", "Close"];
const STREET_NAMES = STREET_STARTS.flatMap((start) => STREET_ENDS.map((end) => `${start} ${end}`));

const HOSTELS = ["Anchor House", "St Brannoc's Hostel", "The Foyer"];
