import type { ReadClaim } from "./claim.ts";

/** The claim as it is printed: what falls is below zero. Reading and arithmetic keep sizes and a direction apart. */
export function signed<C extends ReadClaim>(claim: C): C {
  if (claim.direction !== "down") return claim;
  const values = claim.values.map((value) =>
    value.role === "difference" || value.role === "percent"
      ? { ...value, value: value.value === 0 ? 0 : -value.value }
      : value,
  );
  return { ...claim, values };
}
