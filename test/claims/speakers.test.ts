import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/claims/plain.ts";
import { sentencesOf } from "../../src/claims/sentences.ts";
import { readSpeakers } from "../../src/claims/speakers.ts";

/** Who says the words given, which stand once in the text. */
function speakerOf(words: string, text: string): string | null {
  return readSpeakers(plainText(text), sentencesOf(text))(text.indexOf(words));
}

describe("readSpeakers(plain, sentences)", () => {
  test.each([
    [
      "before the words",
      "Inspector Tilda Mockwell said that robbery had risen.",
      "robbery",
      "Inspector Tilda Mockwell",
    ],
    ["behind the words", "Robbery had risen, the force said.", "Robbery", "force"],
    [
      "behind a quotation",
      "“Robbery has risen,” said Superintendent Bram Fakeley.",
      "Robbery",
      "Superintendent Bram Fakeley",
    ],
    ["by “according to”", "Robbery rose, according to Mockton Police.", "Robbery", "Mockton Police"],
    ["by a role alone", "Mockton's police chief has said robbery may rise.", "robbery", "Mockton's police chief"],
    [
      "with other words between",
      "Commissioner Odo Sample also firmly believes robbery rose.",
      "robbery",
      "Commissioner Odo Sample",
    ],
  ])("names who speaks, %s", (_, text, words, speaker) => {
    expect(speakerOf(words, text)).toBe(speaker);
  });

  test("turns a pronoun to the person last spoken of, and not to one who is only with them", () => {
    const text =
      "The figures were read out by chief constable Ada Invented.\n\nSitting with crime commissioner Odo Sample, she said robbery had risen.";
    expect(speakerOf("robbery", text)).toBe("chief constable Ada Invented");
  });

  test("calls a person by the fullest name that the text has given", () => {
    const text = "Chief Constable Ada Invented was there.\n\nAda Invented said robbery had risen.";
    expect(speakerOf("robbery", text)).toBe("Chief Constable Ada Invented");
  });

  test("knows a surname with a courtesy title again, and a role with a surname alone", () => {
    const text =
      "Inspector Tilda Mockwell was there. Ms Mockwell said robbery had risen, but Sergeant Fakeley said burglary fell.";
    expect(speakerOf("robbery", text)).toBe("Inspector Tilda Mockwell");
    expect(speakerOf("burglary", text)).toBe("Sergeant Fakeley");
    expect(speakerOf("robbery", "The bureau's director, Dr Quill Invented, said robbery rose.")).toBe(
      "director, Dr Quill Invented",
    );
  });

  test("carries a quotation over paragraphs to the one who began it", () => {
    const text = "Ada Invented said:\n\n“Burglary fell.\n\n“Robbery rose because of gangs.”\n\nThe hall was full.";
    expect(speakerOf("Robbery", text)).toBe("Ada Invented");
    expect(speakerOf("The hall", text)).toBeNull();
  });

  test("keeps apart two who speak in one paragraph", () => {
    const text = "“Burglary fell,” said Ada Invented. “Robbery rose,” said Odo Sample.";
    expect(speakerOf("Burglary", text)).toBe("Ada Invented");
    expect(speakerOf("Robbery", text)).toBe("Odo Sample");
  });

  test("says nobody where the text speaks for itself", () => {
    expect(speakerOf("Robbery", "Robbery rose in Mockton. The weather was fine.")).toBeNull();
    expect(speakerOf("Robbery", "Ada Invented said hello.\n\nRobbery rose in Mockton.")).toBeNull();
  });

  test("takes any text, and is linear in its length", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', "said", "He", "Ada Invented", "the", ",", ".", "\n\n", "chief", " ")),
        (words) => {
          const text = words.join(" ");
          const at = readSpeakers(plainText(text), sentencesOf(text));
          for (let i = 0; i < text.length; i += 3) expect(typeof at(i) === "string" || at(i) === null).toBe(true);
        },
      ),
    );
    const long = "The Chief Of Mockton And ".repeat(20_000);
    const before = performance.now();
    readSpeakers(long, sentencesOf(long));
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
