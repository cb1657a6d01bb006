import { describe, expect, it } from "vitest";
import { type Row, type Tables, tablesOf } from "./tables.ts";

const tables = tablesOf({ people: 4000 });
const { events, people, trueCourses, trueLookalikes, trueActs } = tables;
const eventByRef = new Map(events.map((row) => [row["event_ref"], row]));
const refsOf = (row: Row) => (row["event_refs"] ?? "").split(";");

describe("forceRows({people, seed, world}): courses of conduct", () => {
  it("has about a dozen for every 1,000 people, of every kind, each on two to twelve occasions that were recorded", () => {
    expect(trueCourses.length).toBe(48);
    expect(new Set(trueCourses.map((row) => row["kind"]))).toEqual(
      new Set(["ex-partner", "acquaintance", "stranger", "unknown-suspect"]),
    );
    const wrong = trueCourses.filter((row) => {
      const refs = refsOf(row);
      return (
        refs.length < 2 ||
        refs.length > 12 ||
        refs.some((ref) => !eventByRef.has(ref)) ||
        new Set(refs).size < refs.length
      );
    });
    expect(wrong).toEqual([]);
  });

  it("names a serious outcome among the course's own events, the last, where there is one", () => {
    const indexed = trueCourses.filter((row) => row["index_event"] !== "");
    expect(indexed.length).toBeGreaterThan(4);
    expect(indexed.filter((row) => refsOf(row).at(-1) !== row["index_event"] || refsOf(row).length < 4)).toEqual([]);
  });

  it("is between two people, the victim mentioned in every event and the suspect in most that name one", () => {
    expect(trueCourses.filter((row) => row["suspect_person"] === row["victim_person"])).toEqual([]);
    const mentioned = mentionedIn(tables);
    const missing = trueCourses.flatMap((row) =>
      refsOf(row).filter((ref) => !mentioned.has(`${ref} ${row["victim_person"]}`)),
    );
    expect(missing).toEqual([]);
    const named = trueCourses.filter((row) => row["kind"] !== "unknown-suspect");
    const refs = named.flatMap((row) => refsOf(row).map((ref) => `${ref} ${row["suspect_person"]}`));
    expect(refs.filter((key) => mentioned.has(key)).length / refs.length).toBeGreaterThan(0.9);
  });

  it("ties somebody unnamed by a number, an account or a vehicle alone", () => {
    const unnamed = people.filter(
      (row) => row["role"] === "suspect" && row["given_name"] === "" && row["birth_date"] === "",
    );
    const tied = unnamed.filter((row) => [row["phone"], row["handle"], row["vehicle"]].filter(Boolean).length === 1);
    expect(tied.length).toBeGreaterThan(10);
    expect(tied.length / unnamed.length).toBeGreaterThan(0.9);
  });

  it("files most of their events as something else, and hardly any as stalking in the world of mixed codes", () => {
    const asCourse = ({ events: all, trueCourses: courses }: Tables) => {
      const byRef = new Map(all.map((row) => [row["event_ref"], row["class"]]));
      const classes = courses.flatMap((row) => refsOf(row).map((ref) => byRef.get(ref) ?? ""));
      return classes.filter((each) => ["8Q", "8M"].includes(each)).length / classes.length;
    };
    expect(asCourse(tables)).toBeGreaterThan(0.05);
    expect(asCourse(tables)).toBeLessThan(0.4);
    expect(asCourse(tablesOf({ people: 2000, world: "mixed-codes" }))).toBeLessThan(0.06);
  });

  it("tells acts in the texts of planned events, in words", () => {
    expect(trueActs.filter((row) => !eventByRef.has(row["event_ref"]))).toEqual([]);
    const told = trueActs
      .filter((row) => row["acts"] === "loitering")
      .map((row) => eventByRef.get(row["event_ref"])?.["summary"]);
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter((text) => !/hanging around|sat in|stood by|waiting/i.test(text ?? ""))).toEqual([]);
    expect(events.filter((row) => /[{}[\]|]|undefined/.test(row["summary"] ?? ""))).toEqual([]);
  });

  it("has lookalikes of every kind, more of them in the worlds that say so", () => {
    const kinds = ["quarrel", "noise-log", "debt", "duplicate", "unrelated-repeats"];
    expect(new Set(trueLookalikes.map((row) => row["kind"]))).toEqual(new Set(kinds));
    expect(trueLookalikes.flatMap(refsOf).filter((ref) => !eventByRef.has(ref))).toEqual([]);
    const quarrels = (rows: readonly Row[]) => rows.filter((row) => row["kind"] === "quarrel").length;
    const { trueLookalikes: more } = tablesOf({ people: 2000, world: "quarrels" });
    expect(quarrels(more)).toBeGreaterThan(quarrels(trueLookalikes));
  });
});

describe("forceRows({people, seed, world}): what the force did", () => {
  it("acts on events that are there, by staff that are there, entered no earlier than done or than the event", () => {
    const staff = new Set(tables.staff.map((row) => `${row["force"]} ${row["officer"]}`));
    const wrong = tables.actions.filter(
      (row) =>
        !eventByRef.has(row["event_ref"]) ||
        !staff.has(`${row["force"]} ${row["officer"]}`) ||
        (row["entered_at"] ?? "") < (row["at"] ?? "") ||
        (row["entered_at"] ?? "") < (eventByRef.get(row["event_ref"])?.["entered_at"] ?? ""),
    );
    expect(wrong).toEqual([]);
    expect(new Set(tables.actions.map((row) => row["kind"]))).toEqual(
      new Set(
        "attendance risk-assessment arrest warning order-application referral victim-contact supervisor-review closure".split(
          " ",
        ),
      ),
    );
    expect(events.filter((row) => !staff.has(`${row["force"]} ${row["officer"]}`))).toEqual([]);
  });

  it("has orders that bind and protect people who have person numbers, none for stalking before there were any", () => {
    const nominals = new Set(people.map((row) => row["nominal_ref"]).filter(Boolean));
    expect(tables.orders.length).toBeGreaterThan(3);
    const unknown = tables.orders
      .flatMap((row) => [row["subject_nominal"], row["protected_nominal"]])
      .filter((ref) => ref !== "" && !nominals.has(ref));
    expect(unknown).toEqual([]);
    const early = tables.orders.filter(
      (row) => row["kind"] === "stalking-protection" && (row["made_at"] ?? "") < "2020-01-20",
    );
    expect(early).toEqual([]);
    expect(tables.orders.filter((row) => (row["entered_at"] ?? "") < (row["made_at"] ?? ""))).toEqual([]);
  });

  it("trains some of its staff, until a day", () => {
    const staff = new Set(tables.staff.map((row) => `${row["force"]} ${row["officer"]}`));
    const trained = new Set(tables.training.map((row) => `${row["force"]} ${row["officer"]}`));
    expect(trained.size).toBeGreaterThan(staff.size / 2);
    expect(trained.isSubsetOf(staff)).toBe(true);
    expect(tables.training.filter((row) => (row["valid_until"] ?? "") <= (row["completed_at"] ?? ""))).toEqual([]);
  });
});

/** `event person` for every mention. */
function mentionedIn({ people: mentions, truePeople }: Tables): ReadonlySet<string> {
  const truth = new Map(truePeople.map((row) => [row["mention_ref"], row["true_person"]]));
  return new Set(mentions.map((row) => `${row["event_ref"]} ${truth.get(row["mention_ref"])}`));
}
