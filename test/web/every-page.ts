import type { createApp } from "../../src/web/index.ts";
import { openTestApp } from "./store.ts";

type App = Awaited<ReturnType<typeof createApp>>;

/** Every kind of page, with what it says when all is well and when it is not. */
export const PAGES: readonly (readonly [string, string])[] = [
  ["home", "/"],
  ["figures", "/figures"],
  ["figures-by-quarter", "/figures?from=2015&to=2018&by=quarter&per=1000"],
  ["figures-not-held", "/figures?area=surrey&class=8Q&from=1990&to=1991"],
  ["figures-refused", "/figures?from=then&area=nowhere&by=week"],
  ["outcomes", "/outcomes"],
  ["explain", "/explain?area=kent&class=stalking-and-harassment&from=2016&to=2017"],
  ["explain-not-held", "/explain?area=surrey&class=8Q&from=2000&to=2001"],
  ["peers", "/explain/peers?class=stalking-and-harassment&from=2016&to=2017"],
  ["peers-not-held", "/explain/peers?area=england-and-wales&from=1990&to=1991"],
  ["control", "/explain/control?class=stalking-and-harassment&rebase=2017-06&reason=Inspection"],
  ["control-refused", "/explain/control?rebase=2017-06"],
  ["false-alarms", "/false-alarms"],
  ["scan", "/scan?from=2016&to=2017"],
  ["scan-refused", "/scan?from=then"],
  ["explain-refused", "/explain?from=then&area=nowhere"],
  ["law", "/law"],
  ["law-narrowed", "/law?area=kent&class=8Q&kind=counting-rule"],
  ["check", "/check"],
  ["check-unknown", `/check/${"0".repeat(64)}`],
  ["data", "/data"],
  ["not-found", "/nowhere"],
];

/** A text with claims that overlap, one cut off and one that does not hold. */
export const TEXT = `Offences of harassment in Kent rose from 1,135 in 2016 to 3,941 in 2017.

There were 340 cases of stalking reported in 2017 - 213 more when compared to 2016 - an increase of 167%. Burglary in Kent rose from 100 in 2016 to 150 in 2017, an increase of 90%. <b>Not</b> bold & not bad.

Stalking became a specific offence in November 2012. Chief Constable Ada Mockname said the rise was partly due to greater awareness.`;

/** Renders every page, a figure's own page and the checker's answers. */
export async function everyPage(app: App): Promise<{ name: string; body: string }[]> {
  const listed = await Promise.all(PAGES.map(async ([name, url]) => ({ name, body: (await app.inject(url)).body })));
  const figure = await app.inject(await figureUrl(app));
  const checked = await post(app, { text: TEXT, dated: "2018-02-07" });
  const refused = await post(app, { text: "", dated: "then" });
  const noClaim = await post(app, { text: "<p>The fete</p> was\u202E a success.", keep: "yes" });
  return [
    ...listed,
    { name: "figure", body: figure.body },
    { name: "checked", body: checked.body },
    { name: "check-refused", body: refused.body },
    { name: "check-no-claim", body: noClaim.body },
    ...(await keptPages()),
  ];
}

/** A text that is kept, and its removal; only a workbench with a store has such pages. */
async function keptPages(): Promise<{ name: string; body: string }[]> {
  const { app, close } = await openTestApp();
  const { headers } = await post(app, { text: TEXT, dated: "2018-02-07", keep: "yes" });
  const address = String(headers.location);
  const kept = await app.inject(address);
  const forgotten = await post(app, {}, `${address}/forget`);
  await close();
  return [
    { name: "check-kept", body: kept.body },
    { name: "check-forgotten", body: forgotten.body },
  ];
}

/** The address of a figure that is worked out from several rows. */
export async function figureUrl(app: App): Promise<string> {
  const { body } = await app.inject("/figures.json?from=2014-Q3&to=2014-Q3");
  const { figures } = JSON.parse(body) as { figures: { id: string }[] };
  return `/figure/${encodeURIComponent(figures[0]?.id ?? "")}`;
}

function post(app: App, fields: Record<string, string>, url = "/check") {
  return app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    payload: new URLSearchParams(fields).toString(),
  });
}
