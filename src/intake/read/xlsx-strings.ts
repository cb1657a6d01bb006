import { localName } from "./xlsx-names.ts";
import type { HearPart } from "./xlsx.ts";
import type { Member } from "./zip.ts";

/** The texts that cells refer to by number: runs of rich text joined, reading aids (`rPh`) left out. */
export async function readSharedStrings(member: Member, hear: HearPart): Promise<string[]> {
  const shared: string[] = [];
  const runs = textRuns();
  await hear(member, {
    open: (element) => runs.open(localName(element)),
    close(element) {
      const local = localName(element);
      runs.close(local);
      if (local === "si") shared.push(runs.take());
    },
    text: (text) => runs.text(text),
  });
  return shared;
}

/** Joins the `t` texts of an item until they are taken. */
export interface TextRuns {
  open(local: string): void;
  close(local: string): void;
  text(text: string): void;
  take(): string;
}

export function textRuns(): TextRuns {
  let joined = "";
  let inText = false;
  let inReadingAid = false;
  return {
    open(local) {
      if (local === "t") inText = !inReadingAid;
      else if (local === "rPh") inReadingAid = true;
    },
    close(local) {
      if (local === "t") inText = false;
      else if (local === "rPh") inReadingAid = false;
    },
    text(text) {
      if (inText) joined += text;
    },
    take() {
      const taken = unescapeText(joined);
      joined = "";
      return taken;
    },
  };
}

/** Letters that XML cannot hold are written `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
