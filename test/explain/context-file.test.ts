import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contextOf, NOTHING_KNOWN, panelOf, readContext, type Series } from "../../src/explain/index.ts";

const series: Series = { months: 1, start: 2014 * 12, values: [1] };
const panel = panelOf(
  ["Kent", "essex"].flatMap((area) =>
    ["8L", "8Q", "8R"].map((className) => ({ measure: "recorded" as const, area, className, series })),
  ),
);

function read(written: unknown) {
  return contextOf(JSON.stringify(written), "context.json", panel);
}

async function faultOf(text: string): Promise<string> {
  return contextOf(text, "context.json", panel).then(
    () => "no fault",
    (cause: Error) => cause.message,
  );
}

describe("contextOf(text, file, panel): what it reads", () => {
  it("reads the contract's own example", async () => {
    const { context, notes } = await read({
      rules: [{ from: "2017-04", kind: "moved", fromClass: "8L", toClass: "8R" }],
      audits: [{ area: "kent", classes: "all", from: "2016-06", to: "2016-11", recorded: 0.836, margin: 0.0185 }],
      events: [{ date: "2016-06-23", classes: ["8R"], twins: ["8L"] }],
      training: [{ area: "kent", from: "2017-06" }],
    });
    expect(notes).toEqual([]);
    expect(context).toEqual({
      rules: [
        {
          month: 2017 * 12 + 3,
          kind: "moved",
          fromClass: "8L",
          toClass: "8R",
          basis: "rule",
          title: "Moved from 8L to 8R from April 2017",
          source: null,
        },
      ],
      audits: [
        {
          area: "Kent",
          classes: "all",
          first: 2016 * 12 + 5,
          last: 2016 * 12 + 10,
          recorded: 0.836,
          margin: 0.0185,
          title: "Audit of Kent: 83.6 % recorded",
          source: null,
        },
      ],
      events: [
        {
          date: "2016-06-23",
          month: 2016 * 12 + 5,
          classes: ["8R"],
          twins: ["8L"],
          title: "Event of 2016-06-23",
          source: null,
        },
      ],
      training: [{ area: "Kent", month: 2017 * 12 + 5, title: "Training in Kent from June 2017", source: null }],
    });
  });

  it("takes nothing for nothing, a law for its basis, days, titles, and the same thing twice as one", async () => {
    expect(await read({})).toEqual({ context: NOTHING_KNOWN, notes: [] });
    const rule = {
      from: "2017-04-15",
      kind: "added",
      toClass: "8q",
      basis: "law",
      title: "An Act",
      source: "a gazette",
    };
    const { context } = await read({ rules: [rule, rule], audits: [], events: [{ date: "2017-05", classes: "all" }] });
    expect(context.rules).toEqual([
      {
        month: 2017 * 12 + 3,
        kind: "added",
        fromClass: null,
        toClass: "8Q",
        basis: "law",
        title: "An Act",
        source: "a gazette",
      },
    ]);
    expect(context.events[0]).toMatchObject({ date: "2017-05-01", classes: ["8L", "8Q", "8R"], twins: [] });
  });

  it("notes what the panel has not, and keeps what it has", async () => {
    const { context, notes } = await read({
      rules: [
        { from: "2017-04", kind: "moved", fromClass: "8L", toClass: "9Z" },
        { from: "2017-04", kind: "removed", fromClass: "9Y" },
      ],
      audits: [{ area: "surrey", classes: "all", from: "2016-06", to: "2016-11", recorded: 0.9 }],
      events: [{ date: "2016-06-23", classes: ["9X", "8L"] }],
      training: [{ area: "surrey", from: "2017-06" }],
      laws: [],
    });
    expect(context.rules).toMatchObject([{ fromClass: "8L", toClass: "9Z" }]);
    expect(context.audits).toEqual([]);
    expect(context.events).toMatchObject([{ classes: ["8L"] }]);
    expect(context.training).toEqual([]);
    expect(notes).toEqual([
      "context.json: nothing is read from laws.",
      "context.json names what the observations have not: 9Z (rules[0]), 9Y (rules[1]), surrey (audits[0]), 9X (events[0]), surrey (training[0]). What names nothing else is left out.",
    ]);
  });
});

describe("contextOf(text, file, panel): what it refuses", () => {
  const audit = { area: "kent", classes: "all", from: "2016-06", to: "2016-11", recorded: 0.8 };
  const moved = { from: "2017-04", kind: "moved", fromClass: "8L", toClass: "8R" };

  it.each([
    [{ rules: {} }, /rules: .*array/],
    [[], /the document: /],
    [{ rules: [{ ...moved, kind: "shifted" }] }, /rules\[0\]\.kind: /],
    [{ rules: [{ ...moved, from: "April" }] }, /rules\[0\]\.from is "April"; expected a month/],
    [{ rules: [{ ...moved, from: "2017-04-31" }] }, /rules\[0\]\.from is "2017-04-31"/],
    [{ rules: [{ ...moved, from: 2017 }] }, /rules\[0\]\.from: /],
    [{ rules: [moved, { ...moved, fromClass: undefined }] }, /rules\[1\]\.fromClass is missing/],
    [{ rules: [{ ...moved, toClass: null }] }, /rules\[0\]\.toClass is missing/],
    [{ rules: [{ ...moved, toClass: "8L" }] }, /from 8L to 8L/],
    [{ rules: [{ from: "2017-04", kind: "added" }] }, /toClass is missing/],
    [{ rules: [{ from: "2017-04", kind: "removed" }] }, /fromClass is missing/],
    [{ rules: [moved, { from: "2017-04", kind: "removed", fromClass: "8l" }] }, /contradicts itself/],
    [{ rules: [moved, { ...moved, fromClass: "8R", toClass: "8L" }] }, /contradicts itself/],
    [{ audits: [{ ...audit, recorded: 83.6 }] }, /audits\[0\]\.recorded: /],
    [{ audits: [{ ...audit, recorded: 0 }] }, /audits\[0\]\.recorded: /],
    [{ audits: [{ ...audit, recorded: "0.8" }] }, /audits\[0\]\.recorded: /],
    [{ audits: [{ ...audit, margin: -0.1 }] }, /audits\[0\]\.margin: /],
    [{ audits: [{ ...audit, to: "2016-05" }] }, /audits\[0\] ends \(2016-05\) before it begins \(2016-06\)/],
    [{ audits: [audit, { ...audit, recorded: 0.9 }] }, /contradicts itself/],
    [{ audits: [{ ...audit, area: undefined }] }, /audits\[0\]\.area: /],
    [{ events: [{ date: "2017", classes: ["8L"], twins: ["8L"] }] }, /events\[0\] has 8L as a class and as its twin/],
    [{ training: [{ area: "", from: "2017-01" }] }, /training\[0\]\.area: /],
  ])("%j", async (written, message) => {
    const said = await faultOf(JSON.stringify(written));
    expect(said).toMatch(/^E_CONTEXT: context\.json/);
    expect(said).toMatch(message);
  });

  it("says where JSON breaks off, and lists the first five faults", async () => {
    expect(await faultOf('{"rules": [,]}')).toMatch(/^E_CONTEXT: context\.json is no JSON: Unexpected token ','/);
    expect(await faultOf(JSON.stringify({ training: Array.from({ length: 8 }, () => ({})) }))).toMatch(/and 11 more/);
  });

  it("refuses a file that is not there, through readContext", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "context-"));
    writeFileSync(path.join(folder, "context.json"), "{}");
    expect(await readContext(path.join(folder, "context.json"), panel)).toEqual({ context: NOTHING_KNOWN, notes: [] });
    await expect(readContext(path.join(folder, "none.json"), panel)).rejects.toThrow(/E_FILE/);
  });
});
