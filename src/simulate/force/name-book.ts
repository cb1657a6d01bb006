import { readFileSync } from "node:fs";
import path from "node:path";
import { happens, type Random } from "../random.ts";
import { byRank, type Picker } from "./draw.ts";
import type { Sex } from "./kinds.ts";

/** Names to draw from, and their other forms. */
export interface NameBook {
  readonly given: (random: Random, of: { origin: string; sex: Sex; year: number }) => string;
  /** Given names of an origin, sex and year that are spelt most alike come from here. */
  readonly givenNames: (of: { origin: string; sex: Sex; year: number }) => readonly string[];
  readonly surname: (random: Random, origin: string) => string;
  readonly nicknames: ReadonlyMap<string, readonly string[]>;
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

/** Share of names that come from the long tail, put together from parts. */
const RARE_GIVEN = 0.05;
const RARE_SURNAME: Readonly<Record<string, number>> = {
  british: 0.5,
  scottish: 0.12,
  irish: 0.15,
  polish: 0.45,
  baltic: 0.4,
  african: 0.4,
  portuguese: 0.3,
  muslim: 0.08,
};

const SHIPPED = path.resolve(import.meta.dirname, "../../../reference/names");

/** Reads the tables of names in a folder (the shipped one by default). */
export function loadNames(folder: string = SHIPPED): NameBook {
  const rowsOf = (file: string) => readRows(path.join(folder, file));
  const given = givenRows(rowsOf("given_names.csv"));
  const common = new Map(
    rowsOf("surnames.csv").map(([origin = "", names = ""]) => [origin, byRank(listOf(names), SURNAMES)]),
  );
  const rareGiven = partsOf(rowsOf("given_parts.csv"), 2);
  const rareSurnames = partsOf(rowsOf("surname_parts.csv"), 1);
  const rowOf = ({ origin, sex, year }: { origin: string; sex: Sex; year: number }) =>
    given.findLast((row) => row.origin === origin && row.sex === sex && row.from <= year) ?? missing(origin);
  return {
    given: (random, of) => {
      const rare = rareGiven.get(`${of.origin} ${of.sex}`);
      return rare !== undefined && happens(random, RARE_GIVEN) ? rare(random) : rowOf(of).pick(random);
    },
    givenNames: (of) => rowOf(of).names,
    surname: (random, origin) => {
      const rare = rareSurnames.get(origin);
      if (rare !== undefined && happens(random, RARE_SURNAME[origin] ?? 0)) return rare(random);
      return (common.get(origin) ?? missing(origin))(random);
    },
    nicknames: formsOf(rowsOf("name_forms.csv"), "nickname"),
    variants: formsOf(rowsOf("name_forms.csv"), "variant"),
  };
}

const SURNAMES = { shift: 6, power: 0.9 };

interface GivenRow {
  readonly origin: string;
  readonly sex: string;
  readonly from: number;
  readonly names: readonly string[];
  readonly pick: Picker<string>;
}

function givenRows(rows: readonly (readonly string[])[]): GivenRow[] {
  return rows.map(([origin = "", sex = "", from = "", names = ""]) => ({
    origin,
    sex,
    from: Number(from),
    names: listOf(names),
    pick: byRank(listOf(names)),
  }));
}

/** Pickers of put-together names, by the first columns of the table. */
function partsOf(rows: readonly (readonly string[])[], keys: number): Map<string, Picker<string>> {
  return new Map(
    rows.map((row) => {
      const [starts, ends] = [row[keys] ?? "", row[keys + 1] ?? ""].map((cell) => byRank(cell.split(";"), PARTS));
      return [row.slice(0, keys).join(" "), (random: Random) => `${starts?.(random)}${ends?.(random)}`];
    }),
  );
}

const PARTS = { shift: 12, power: 0.8 };

function formsOf(rows: readonly (readonly string[])[], kind: string): Map<string, readonly string[]> {
  return new Map(rows.filter((row) => row[0] === kind).map(([, name = "", forms = ""]) => [name, listOf(forms)]));
}

function listOf(cell: string): string[] {
  return cell.split(";").filter((name) => name !== "");
}

/** No cell of these tables has a comma or a quote in it. */
function readRows(file: string): string[][] {
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

function missing(origin: string): never {
  throw new Error(`no names of origin ${origin}`);
}
