/** The invented forces: nearly all is recorded in the first, some of its people are known to its neighbour. */
export const FORCES = [
  { slug: "ardenshire", letters: "AD" },
  { slug: "westmarch", letters: "WM" },
] as const;

export const HOME_FORCE = FORCES[0].slug;
export const NEIGHBOUR = FORCES[1].slug;

/** The one district of the neighbour that borders on all this. */
export const BORDER_DISTRICT = "Border district";
