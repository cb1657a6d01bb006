/** A publication that Throughline knows: what its releases share. */
export interface Dataset {
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
}

const OGL = "OGL-UK-3.0";

/** The publications whose tables are recognised, in the order in which a number is preferred where two state it. */
export const DATASETS: readonly Dataset[] = [
  {
    dataset: "ons-rolling-year",
    title: "Recorded crime data by police force area, rolling years",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "ho-recorded-crime",
    title: "Police recorded crime open data: police force area tables",
    publisher: "Home Office",
    licence: OGL,
  },
  {
    dataset: "ho-outcomes",
    title: "Crime outcomes open data: police force area tables",
    publisher: "Home Office",
    licence: OGL,
  },
  {
    dataset: "throughline-published",
    title: "Published facts kept with Throughline",
    publisher: "as each row says",
    licence: "as each row says",
  },
];

/** The dataset with an id; a bug when there is none. */
export function datasetNamed(id: string): Dataset {
  const found = DATASETS.find((each) => each.dataset === id);
  if (found === undefined) throw new Error(`no dataset is called ${id}`);
  return found;
}
