import { type Finder, type LawNames, lawNames } from "../../src/claims/index.ts";
import { loadLaw } from "../../src/law/index.ts";

/** The shipped names of classes and areas, and two forces that do not exist. */
export function inventedLaw(): LawNames {
  const { subjects, areas } = lawNames(loadLaw());
  const invented = ["Fakeshire", "Mockton"].map((name) => ({ name, slug: name.toLowerCase() }));
  return { subjects, areas: [...areas, ...invented] };
}

/** A store that holds nothing. */
export const nothingHeld: Finder = () => Promise.resolve({ figures: [], change: null, notes: [] });
