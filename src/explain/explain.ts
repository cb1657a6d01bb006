import { auditTestimony } from "./audits.ts";
import type { ChangeQuestion, Explanation } from "./explanation.ts";
import { gridOf, meanOver } from "./grid.ts";
import { repertoireOf, rulesThatTouch } from "./mechanisms.ts";
import { weighedCauses } from "./shares.ts";
import { standingsOf } from "./standing.ts";
import { courseOf, type Course } from "./views.ts";
import { accountsOf } from "./weigh.ts";
import { residentsLog, testimonies, type Testimony } from "./witnesses.ts";

export function explain(question: ChangeQuestion): Explanation {
  const grid = gridOf(question)!;
  const course = courseOf(question, grid);
  const repertoire = repertoireOf(question, grid);
  const heard = [...settled(question, testimonies(question)), ...auditTestimony(question)];
  const accounts = accountsOf({ question, course, repertoire, testimonies: heard });
  const counts = { from: total(question, question.from), to: total(question, question.to) };
  const change = Math.log(counts.to! / counts.from!);
  const known = residentsLog(question.panel, question.area, question);
  const weighed = weighedCauses(accounts, { course, change, known });
  const verdict = Math.abs(change) > 2 * Math.sqrt(contrastVariance(course)) ? "changed" : "not-shown";
  const { causes, inseparable } = standingsOf(weighed, accounts, verdict);
  return {
    verdict,
    causes: causes.map(({ weighed: each, standing }) => ({ cause: each.cause, standing, share: each.range, middle: each.middle, material: each.material })),
    inseparable,
    accounts: accounts.slice(0, 5).map((a) => ({ p: a.probability, m: a.mechanisms.map((m) => `${m.cause}/${m.reach}/${m.counterpart ?? ""}/${m.dated ?? ""}`), e: a.effects.map((e) => e.mean), s: a.shapes.map((s) => `${s.kind}@${s.month}`) })),
    heard: heard.map((h) => `${h.witness} ${h.className} ${h.scope} ${h.estimate.toFixed(3)} ± ${Math.sqrt(h.variance).toFixed(3)}`),
    change,
  } as unknown as Explanation;
}

function total({ panel, area, classes }: ChangeQuestion, period: ChangeQuestion["from"]): number | null {
  const parts = classes.map((each) => {
    const series = panel.series("recorded", area, each);
    return series === undefined ? null : meanOver(series, period, "count");
  });
  return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0) * (period.last - period.first + 1);
}

/** A class that a rule let in or out cannot testify to what else the nation did. */
function settled(question: ChangeQuestion, heard: readonly Testimony[]): readonly Testimony[] {
  const moved = new Set(question.context.rules.flatMap(({ month, fromClass, toClass }) => month > question.from.first && month <= question.to.last ? [fromClass, toClass] : []));
  const own = new Set(rulesThatTouch(question).flatMap(({ fromClass, toClass }) => [fromClass, toClass]));
  return heard.map((each) =>
    each.witness === "sibling" && each.scope !== "local" && moved.has(each.className) && !own.has(each.className) ? { ...each, variance: each.variance + 0.5 ** 2 } : each,
  );
}

function contrastVariance({ own, local, national, from, to, grid }: Course): number {
  const sum = (end: typeof from) => own.counts.slice(end.first, end.end).reduce((s, c) => s + c, 0);
  const noises = [local.noise, ...(national === null ? [] : [national.noise])];
  let v = 1 / sum(from) + 1 / sum(to);
  const w = new Float64Array(grid.length);
  for (let i = from.first; i < from.end; i++) w[i]! -= 1 / (from.end - from.first);
  for (let i = to.first; i < to.end; i++) w[i]! += 1 / (to.end - to.first);
  for (const n of noises) for (let i = 0; i < w.length; i++) for (let j = 0; j < w.length; j++) v += w[i]! * w[j]! * (n.shared * n.fading ** Math.abs(i - j) + (i === j ? n.own : 0));
  return v;
}
