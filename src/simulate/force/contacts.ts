import { pick, type Random, whole } from "../random.ts";

/**
 * An invented mobile number: well formed, in ranges (071, 072) that were not in use when this was written.
 * The numbers set aside for drama are only a thousand, too few for a force.
 */
export function mobile(random: Random): string {
  return `07${pick(random, ["1", "2"])}${digits(random, 8)}`;
}

/** `alder.n.84@example.com`, in domains that are nobody's. */
export function emailOf(random: Random, { given, family }: { given: string; family: string }): string {
  const [g, f] = [plain(given), plain(family)];
  const local = pick(random, [`${g}.${f}`, `${g}${f}`, `${g[0]}.${f}`, `${f}.${g}`, `${g}_${f}`]);
  const number = pick(random, ["", String(whole(random, 1, 99)), String(whole(random, 1950, 2010))]);
  return `${local}${number}@${pick(random, ["example.com", "example.org", "example.net", "mail.example.com"])}`;
}

/** `kel_marsh92`: a name on a social network. */
export function handleOf(random: Random, { given, family }: { given: string; family: string }): string {
  const [g, f] = [plain(given), plain(family)];
  const start = pick(random, [g, `${g}_${f}`, `${g}${f[0]}`, `its${g}`, `${f}${g[0]}`, `xx${g}`]);
  return `${start}${whole(random, 1, 999)}`;
}

/** `ZD17 KLM`: a registration mark of the form in use, with an area code that is not. */
export function registrationMark(random: Random, year: number): string {
  const age = String((year % 100) + (random() < 0.5 ? 50 : 0)).padStart(2, "0");
  return `ZD${age} ${letter(random)}${letter(random)}${letter(random)}`;
}

function letter(random: Random): string {
  return "ABCDEFGHJKLMNOPRSTUVWXYZ"[Math.floor(random() * 24)] as string;
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join("");
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "") || "x";
}
