import { at } from "./baseline.ts";
import { elsewhere, influencesOf } from "./causes.ts";
import { contextOf, joined } from "./context.ts";
import type { World, WorldShape } from "./kinds.ts";
import { misleadingOf } from "./misleading.ts";
import { periodWord } from "./months.ts";
import { wanderingOf } from "./noise.ts";
import { observe } from "./observe.ts";
import { onsetsOf, planOf, sizesOf } from "./plan.ts";
import { questionOf } from "./question.ts";
import { randomOf } from "./random.ts";
import { ASKED, type Setting, settingOf } from "./setting.ts";
import { stateOf, truthOf } from "./truth.ts";

/** An invented panel with a known cause. Equal seed and number, equal world to the byte. */
export function worldOf(seed: number, number: number): World {
  const random = (part: string) => randomOf(seed, number, part);
  const plan = planOf(random("plan"), number);
  const setting = settingOf(random("setting"), plan.wish);
  const onsets = onsetsOf(random("onsets"), plan, setting);
  const asked = questionOf(random("question"), setting, onsets);
  const sizes = sizesOf(random("sizes"), plan);
  const influences = influencesOf(random("causes"), { plan, setting, asked, onsets, sizes });
  const others = plan.alike === null ? elsewhere(random("elsewhere"), setting, asked) : [];
  const misleading = misleadingOf(random("misleading"), { setting, asked, plan, influences });
  const context = joined(contextOf(random("context"), setting, influences), misleading.context);
  const states = setting.areas.map((_, area) => stateOf(setting, area, [...others, ...influences]));
  const wandering = wanderingOf(random("wandering"), setting);
  const { rows, recorded } = observe(random("counts"), { setting, asked, states, wandering });
  const made = { setting, asked, plan, influences, context, recorded, misleading: misleading.sorts };
  return {
    seed,
    number,
    observations: rows,
    context,
    question: {
      area: at(setting.areas, setting.area),
      class: at(setting.classes, ASKED),
      from: periodWord(asked.from, setting.start),
      to: periodWord(asked.to, setting.start),
    },
    shape: shapeOf(setting),
    truth: truthOf(random("redraws"), made),
  };
}

function shapeOf(setting: Setting): WorldShape {
  return {
    areas: setting.areas.length,
    classes: setting.classes.length,
    months: setting.months,
    step: setting.step,
    base: Math.round(at(at(setting.levels, setting.area), ASKED)),
    spread: setting.noise.spread,
    measures: setting.measures,
    surveyEvery: setting.surveyEvery,
  };
}
