import { describe, expect, it } from "vitest";
import { loadLaw, maybeOffenceCode } from "../../../src/law/index.ts";
import { tablesOf } from "./tables.ts";

const { events } = tablesOf();
const law = loadLaw();

describe("forceRows({people, seed, world}): events", () => {
  it("files crimes under classes and codes of the knowledge base, and nothing else under a class", () => {
    const crimes = events.filter((row) => row["kind"] === "crime");
    const unknown = crimes.filter(
      (row) =>
        !law.classByCode.has((row["class"] ?? "").toLowerCase()) ||
        (row["offence_code"] !== "" && maybeOffenceCode(law, row["offence_code"] ?? "") === undefined) ||
        row["offence_title"] === "",
    );
    expect(unknown).toEqual([]);
    expect(events.filter((row) => row["kind"] !== "crime" && row["class"] !== "")).toEqual([]);
    expect(new Set(events.map((row) => row["kind"]))).toEqual(new Set(["crime", "incident", "intelligence"]));
  });

  it("follows the counting rules of the day: burglary's headings, and messages in a class of their own from April 2017", () => {
    const before = events.filter((row) => (row["recorded_at"] ?? "") < "2017-04-01");
    const classes = (rows: typeof events) => new Set(rows.map((row) => row["class"]));
    expect(classes(before)).not.toContain("8R");
    expect(classes(before)).not.toContain("28E");
    expect(classes(events.filter((row) => !before.includes(row)))).toContain("8R");
  });

  it("has its dates in order, but for a few planted ones", () => {
    const odd = events.filter((row) => {
      const times = ["occurred_from", "occurred_to", "reported_at", "recorded_at", "entered_at"];
      const found = times.map((time) => row[time] ?? "").filter(Boolean);
      return found.some((time, i) => i > 0 && time < (found[i - 1] ?? ""));
    });
    expect(odd.length / events.length).toBeLessThan(0.01);
  });

  it("has old reports, cancelled records and outcomes, each with its date", () => {
    const cancelled = events.filter((row) => row["status"] === "cancelled");
    expect(cancelled.length).toBeGreaterThan(5);
    expect(cancelled.filter((row) => row["cancelled_reason"] === "")).toEqual([]);
    expect(events.filter((row) => row["outcome_code"] !== "" && row["outcome_at"] === "")).toEqual([]);
    const old = events.filter(
      (row) => Number(row["recorded_at"]?.slice(0, 4)) - Number(row["occurred_from"]?.slice(0, 4)) > 1,
    );
    expect(old.length).toBeGreaterThan(5);
  });
});
