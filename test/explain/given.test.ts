import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { givenQuestion } from "../../src/explain/index.ts";
import { loadLaw } from "../../src/law/index.ts";

const law = loadLaw();
const folder = mkdtempSync(path.join(tmpdir(), "given-"));

/** Two years of months of some classes in some areas, 30 in each. */
function fileOf(name: string, areas: readonly string[], classes: readonly string[]): string {
  const lines = areas.flatMap((area) =>
    classes.flatMap((className) =>
      Array.from({ length: 24 }, (_, i) => {
        const month = `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
        return `${area},${className},recorded,${month},30`;
      }),
    ),
  );
  const file = path.join(folder, name);
  writeFileSync(file, ["area,class,measure,period,value", ...lines].join("\n"));
  return file;
}

const madeUp = fileOf("made-up.csv", ["Northstoke", "southmere"], ["A", "b"]);
const known = fileOf("known.csv", ["kent", "essex"], ["8L", "8Q", "8R"]);
const context = path.join(folder, "context.json");
writeFileSync(context, JSON.stringify({ training: [{ area: "southmere", from: "2017-01" }] }));

function ask(
  observations: string,
  area: string,
  classes: string,
  { from = "2016", to = "2017", with: file = "" } = {},
) {
  return givenQuestion(law, {
    observations,
    area,
    classes,
    from: parsePeriod(from),
    to: parsePeriod(to),
    ...(file === "" ? {} : { context: file }),
  });
}

describe("givenQuestion(law, {observations, context, area, classes, from, to})", () => {
  it("takes the file's own names, in any case, joined or all", async () => {
    const { question, notes } = await ask(madeUp, "northstoke", "a+B");
    expect(question).toMatchObject({ area: "Northstoke", classes: ["A", "b"], className: "a+B" });
    expect(question.context.training).toEqual([]);
    expect(notes).toEqual([]);
    expect((await ask(madeUp, "southmere", "all")).question.classes).toEqual(["A", "b"]);
  });

  it("reads the context that is given beside them", async () => {
    const { question } = await ask(madeUp, "southmere", "A", { with: context });
    expect(question.context.training).toMatchObject([{ area: "southmere", month: 2017 * 12 }]);
  });

  it("uses the knowledge base where it knows the names and no context is given", async () => {
    const { question, notes } = await ask(known, "Kent", "stalking-and-harassment");
    expect(question.classes).toEqual(["8L", "8Q", "8R"]);
    expect(question.context.rules.find(({ toClass, kind }) => toClass === "8R" && kind === "moved")).toMatchObject({
      month: 2017 * 12 + 3,
      fromClass: "8L",
    });
    expect(question.context.audits.length).toBeGreaterThan(0);
    expect(notes).toEqual(["Without a context file, rules, audits and events are those of the knowledge base."]);
    expect((await ask(known, "kent", "8L", { with: context })).question.context.rules).toEqual([]);
  });

  it("says where periods are not alike", async () => {
    expect((await ask(madeUp, "southmere", "A", { to: "2017-Q1" })).notes).toEqual([
      "The periods are not equally long: their counts are set side by side a month.",
    ]);
    expect((await ask(madeUp, "southmere", "A", { from: "2016-Q1", to: "2017-Q2" })).notes).toEqual([
      "The periods lie at different times of the year, so the season is in the change.",
    ]);
  });

  it("refuses what the file does not hold, and periods that share a month", async () => {
    await expect(ask(madeUp, "kent", "A")).rejects.toThrow(
      /E_AREA: .*no area "kent"; expected one of Northstoke, southmere/,
    );
    await expect(ask(madeUp, "southmere", "8L")).rejects.toThrow(
      /E_CLASS: .*no class "8L"; expected one of A, b; several/,
    );
    await expect(ask(madeUp, "southmere", "A", { from: "2016", to: "YE-2017-06" })).rejects.toThrow(/E_PERIOD_ORDER/);
    await expect(ask(madeUp, "southmere", "A", { from: "2017", to: "2016" })).rejects.toThrow(/lies after/);
  });
});
