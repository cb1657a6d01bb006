import { describe, expect, test } from "vitest";
import { existsIn, loadLaw, maybeClassesForLabel, parseClasses, titleOf } from "../../src/law/index.ts";

const law = loadLaw();

describe("parseClasses(law, expression)", () => {
  test("names the group when the codes are exactly its codes, in any order", () => {
    expect(parseClasses(law, "8R+8Q+8m+8L")).toMatchObject({
      slug: "stalking-and-harassment",
      groupSlug: "stalking-and-harassment",
      codes: ["8L", "8M", "8Q", "8R"],
      expression: "8R+8Q+8m+8L",
    });
    expect(parseClasses(law, "8Q")).toMatchObject({ slug: "stalking", title: "Stalking" });
  });

  test("joins groups that are no group together", () => {
    expect(parseClasses(law, "stalking+harassment")).toMatchObject({
      slug: "8L+8Q",
      groupSlug: null,
      codes: ["8L", "8Q"],
      title: "Harassment and Stalking",
    });
  });

  test("lets a group without codes stand for itself", () => {
    expect(parseClasses(law, "hate-crime")).toMatchObject({ codes: ["hate-crime"], groupSlug: "hate-crime" });
    expect(parseClasses(law, "street-burglary").codes).toEqual(["street-burglary"]);
  });

  test("reads a label as it is printed", () => {
    expect(parseClasses(law, "Stalking and  harassment").slug).toBe("stalking-and-harassment");
  });

  test.each(["stalkng", "", "8L+", "+", "8ZZ", "x".repeat(100_000), "__proto__", "8L;DROP"])(
    "refuses %.20j with advice",
    (text) => {
      expect(() => parseClasses(law, text)).toThrow(/^E_CLASS: /);
    },
  );

  test("suggests the nearest name, and none for nothing", () => {
    expect(() => parseClasses(law, "")).not.toThrow("Did you mean");
    expect(() => parseClasses(law, "stalkng")).toThrow("Did you mean stalking");
  });
});

describe("maybeClassesForLabel(law, label, context)", () => {
  test("knows that the outcomes table calls the whole subgroup Harassment", () => {
    expect(maybeClassesForLabel(law, "Harassment", "subgroup")?.slug).toBe("stalking-and-harassment");
    expect(maybeClassesForLabel(law, "Harassment")?.slug).toBe("harassment");
  });

  test("tells a street category from a recorded-crime group of the same name", () => {
    expect(maybeClassesForLabel(law, "Burglary", "street")?.slug).toBe("street-burglary");
    expect(maybeClassesForLabel(law, "Burglary")?.slug).toBe("burglary");
  });

  test("gives nothing for a label that no source prints", () => {
    expect(maybeClassesForLabel(law, "Unkindness")).toBeUndefined();
  });
});

describe("titleOf(law, class)", () => {
  test("says a code, a group and a sum in words", () => {
    expect(titleOf(law, "8R")).toBe("Malicious communications");
    expect(titleOf(law, "stalking-and-harassment")).toBe("Stalking and harassment");
    expect(titleOf(law, "8L+8R")).toBe("Harassment and Malicious communications");
  });
});

describe("existsIn(law, code, from, to)", () => {
  test("has stalking from April 2014 and malicious communications from April 2017", () => {
    expect(existsIn(law, "8Q", "2013-04-01", "2014-03-31")).toBe(false);
    expect(existsIn(law, "8Q", "2014-01-01", "2014-12-31")).toBe(true);
    expect(existsIn(law, "8R", "2016-01-01", "2017-03-31")).toBe(false);
    expect(existsIn(law, "8R", "2017-04-01", "2017-04-30")).toBe(true);
    expect(existsIn(law, "8L", "1999-01-01", "1999-12-31")).toBe(true);
  });
});
