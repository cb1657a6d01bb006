import { describe, expect, it } from "vitest";
import { type Row, tablesOf } from "./tables.ts";

const tables = tablesOf();
const { people, truePeople, trueTwins, events } = tables;
const truth = new Map(truePeople.map((row) => [row["mention_ref"], row["true_person"]]));
const byPerson = Map.groupBy(people, (row) => truth.get(row["mention_ref"]) ?? "");
const share = (rows: readonly Row[], holds: (row: Row) => boolean) => rows.filter(holds).length / rows.length;

describe("forceRows({people, seed, world}): people and mentions", () => {
  it("brings exactly as many people to notice as were asked for, between two and four times each, some very often", () => {
    expect(byPerson.size).toBe(1500);
    expect(people.length / 1500).toBeGreaterThan(2);
    expect(people.length / 1500).toBeLessThan(4);
    expect(Math.max(...[...byPerson.values()].map((rows) => rows.length))).toBeGreaterThan(12);
  });

  it("knows the truth of every mention, and mentions nobody in an event that is not there", () => {
    const refs = new Set(events.map((row) => row["event_ref"]));
    expect(people.filter((row) => !truth.has(row["mention_ref"]))).toEqual([]);
    expect(people.filter((row) => !refs.has(row["event_ref"]))).toEqual([]);
    expect(truePeople.length).toBe(people.length);
  });

  it("gives every mention and event a reference of its own, across towns", () => {
    const { people: both, events: all } = tablesOf({ people: 2300 });
    expect(new Set(both.map((row) => row["mention_ref"])).size).toBe(both.length);
    expect(new Set(all.map((row) => row["event_ref"])).size).toBe(all.length);
  });

  it("has twins who were born on one day, bear one surname and are two people", () => {
    expect(trueTwins.length).toBeGreaterThan(3);
    const of = (person: string | undefined, column: string) =>
      new Set((byPerson.get(person ?? "") ?? []).map((row) => row[column] ?? "").filter(Boolean));
    const pairs = trueTwins.map(({ person_a: a, person_b: b }) => ({
      a,
      b,
      one: of(a, "birth_date"),
      other: of(b, "birth_date"),
    }));
    expect(pairs.filter(({ a, b }) => a === b || !byPerson.has(a ?? "") || !byPerson.has(b ?? ""))).toEqual([]);
    const dated = pairs.filter(({ one, other }) => one.size > 0 && other.size > 0);
    expect(dated.filter(({ one, other }) => !one.isDisjointFrom(other)).length / dated.length).toBeGreaterThan(0.75);
  });

  it("fills in victims well, suspects patchily and callers sparsely", () => {
    const born = (role: string) =>
      share(
        people.filter((row) => row["role"] === role),
        (row) => row["birth_date"] !== "",
      );
    expect(born("victim")).toBeGreaterThan(0.88);
    expect(born("suspect")).toBeLessThan(born("victim"));
    expect(born("reporter")).toBeLessThan(0.65);
  });

  it("makes slips at the rate that the world says, and more of them where names are harder", () => {
    const odd = (rows: readonly Row[]) =>
      share(
        rows,
        (row) =>
          /^(BABY OF|Mr|MR|Mrs|MRS|Miss|Ms)\b|^.$/.test(row["given_name"] ?? "") || row["birth_date"] === "1900-01-01",
      );
    expect(odd(people)).toBeGreaterThan(0.01);
    expect(odd(people)).toBeLessThan(0.12);
    const spellings = (each: readonly Row[], known: ReadonlyMap<string | undefined, string | undefined>) => {
      const names = Map.groupBy(each, (row) => known.get(row["mention_ref"]) ?? "");
      const several = [...names.values()].filter((rows) => rows.length > 2);
      return (
        several.filter((rows) => new Set(rows.map((row) => row["family_name"]?.toLowerCase())).size > 1).length /
        several.length
      );
    };
    const harder = tablesOf({ world: "aliases" });
    const harderTruth = new Map(harder.truePeople.map((row) => [row["mention_ref"], row["true_person"]]));
    expect(spellings(harder.people, harderTruth)).toBeGreaterThan(spellings(people, truth) * 1.2);
  });

  it("writes postcodes, dates and numbers in their usual forms", () => {
    const wrong = people.filter(
      (row) =>
        !/^(ZD\d{1,2} ?\d[A-Z]{2})?$/.test(row["postcode"] ?? "") ||
        !/^(\d{4}-\d\d-\d\d)?$/.test(row["birth_date"] ?? "") ||
        !/^([\d+ ]{11,15})?$/.test(row["phone"] ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  it("has some people known to two forces, and several person numbers for one person", () => {
    const forces = [...byPerson.values()].map((rows) => new Set(rows.map((row) => row["force"])).size);
    expect(forces.filter((count) => count === 2).length).toBeGreaterThan(5);
    const nominals = [...byPerson.values()].map(
      (rows) => new Set(rows.map((row) => row["nominal_ref"]).filter(Boolean)).size,
    );
    expect(nominals.filter((count) => count > 1).length).toBeGreaterThan(50);
  });
});
