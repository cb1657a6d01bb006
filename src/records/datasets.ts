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
  {
    dataset: "police-uk-street",
    title: "Street-level crime, by force and month",
    publisher: "data.police.uk",
    licence: OGL,
  },
  {
    dataset: "police-uk-outcomes",
    title: "Outcomes of street-level crime, by force and month",
    publisher: "data.police.uk",
    licence: OGL,
  },
  {
    dataset: "police-uk-monthly",
    title: "Street-level crime counted by force, month and category, 2015 to 2018",
    publisher: "counted from data.police.uk; archived at doi:10.7910/DVN/2JKWNS",
    licence: OGL,
  },
  {
    dataset: "police-uk-outcomes-by-year",
    title: "Street-level crime counted by year, category, force and last outcome",
    publisher: "counted from data.police.uk by the BBC Data Unit",
    licence: OGL,
  },
  {
    dataset: "police-uk-outcomes-by-force",
    title: "Street-level crime counted by force and last outcome",
    publisher: "counted from data.police.uk by the BBC Data Unit",
    licence: OGL,
  },
  {
    dataset: "force-hate-crime",
    title: "Hate crimes by month as each force gave them under freedom of information",
    publisher: "police forces; archived at doi:10.7910/DVN/2JKWNS",
    licence: "none stated; answers of public authorities",
  },
  {
    dataset: "force-hate-crime-merged",
    title: "Hate crimes by month of several forces, joined by researchers",
    publisher: "police forces; joined at doi:10.7910/DVN/2JKWNS",
    licence: "none stated; answers of public authorities",
  },
  {
    dataset: "met-borough-monthly",
    title: "Crime by borough and month",
    publisher: "Metropolitan Police, through the London Datastore",
    licence: "OGL-UK-2.0",
  },
  {
    dataset: "met-vawg",
    title: "Violence against women and girls: offences by classification",
    publisher: "Metropolitan Police, through the London Datastore",
    licence: "OGL-UK-2.0",
  },
  {
    dataset: "ons-population-force",
    title: "Mid-year population of police force areas",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "ons-population-authority",
    title: "Mid-year population of local authorities",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "ons-severity",
    title: "Crime severity score by police force area",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "csew-prevalence",
    title: "Crime Survey for England and Wales: prevalence by offence",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "csew-reported",
    title: "Crime Survey for England and Wales: incidents reported to the police",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "csew-partner-abuse",
    title: "Crime Survey for England and Wales: abuse by a partner",
    publisher: "Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "moj-prosecutions",
    title: "Criminal court proceedings by detailed offence",
    publisher: "Ministry of Justice",
    licence: OGL,
  },
  {
    dataset: "kent-quarterly",
    title: "Stalking and harassment in Kent by quarter, worked out from Home Office and ONS tables",
    publisher: "derived; Home Office and Office for National Statistics",
    licence: OGL,
  },
  {
    dataset: "force-records",
    title: "A force's own records",
    publisher: "the force",
    licence: "not for publication",
  },
];

/** The dataset with an id; a bug when there is none. */
export function datasetNamed(id: string): Dataset {
  const found = DATASETS.find((each) => each.dataset === id);
  if (found === undefined) throw new Error(`no dataset is called ${id}`);
  return found;
}
