/** A number as the shortest text that is exactly it, without an exponent: `1135.0` → `1135`, `1.5E-7` → `0.00000015`. */
export function shortestNumber(text: string): string {
  const trimmed = text.trim();
  if (/^-?\d{1,15}$/.test(trimmed)) return String(Number(trimmed) + 0);
  const number = Number(trimmed);
  if (trimmed === "" || !Number.isFinite(number)) return text;
  if (number === 0) return "0";
  const [mantissa = "", exponent] = String(number).split("e");
  return exponent === undefined ? mantissa : withoutExponent(mantissa, Number(exponent));
}

function withoutExponent(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = mantissa.replace("-", "").split(".");
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${part}`;
  return `${sign}${whole}${part.padEnd(exponent, "0")}`;
}
