import { type Frame, nationalReach } from "./frame.ts";
import { type Influence, lift, move, type RuleHint } from "./influence.ts";
import { between, happens } from "./random.ts";
import { ASKED, DONOR } from "./setting.ts";
import { type Shape, step } from "./shapes.ts";

/** A new law: a step everywhere in one month, of offences dated after it; now and then from almost nothing. */
export function lawChange(frame: Frame): Influence {
  const fromNothing = frame.size > 0 && frame.alike === undefined && happens(frame.random, 0.2);
  return ruled("law-change", frame, { newOnly: frame.alike === undefined, fromNothing });
}

/** A new counting rule: a step everywhere in one month, old offences and all. */
export function countingRule(frame: Frame): Influence {
  return ruled("counting-rule", frame, { newOnly: false, fromNothing: false });
}

interface RuleSort {
  readonly newOnly: boolean;
  readonly fromNothing: boolean;
}

const LEAST_BEFORE = 0.05;

function ruled(cause: "law-change" | "counting-rule", frame: Frame, { newOnly, fromNothing }: RuleSort): Influence {
  const { random, setting, onset, alike } = frame;
  const moved = alike === undefined && setting.classes.length > DONOR && happens(random, 0.55);
  const size = fromNothing ? -Math.log(LEAST_BEFORE) : frame.size;
  const shape: Shape = fromNothing ? (month) => step(onset.month)(month) - 1 : step(onset.month);
  const reach = alike?.reach ?? nationalReach(random, setting);
  const weights = setting.classes.map((_, number) => (number === ASKED ? 1 : 0));
  const marks = {
    recorded: 1,
    cancelled: between(random, 0, 1),
    historic: newOnly ? 0 : 1,
    calls: newOnly ? between(random, 0, 0.2) : 0,
  };
  return {
    cause,
    onset: onset.month,
    description: `${moved ? "moved" : size > 0 ? "added" : "removed"}${fromNothing ? " from almost nothing" : ""}`,
    act: moved
      ? move({ size, shape, reach, partner: DONOR, oldToo: !newOnly })
      : lift({ size, shape, reach, weights, marks }),
    context: { rule: { ...ruleOf(moved, size > 0), isKnown: alike !== undefined } },
  };
}

function ruleOf(moved: boolean, gains: boolean): RuleHint {
  if (moved) return gains ? { kind: "moved", from: DONOR, to: ASKED } : { kind: "moved", from: ASKED, to: DONOR };
  return gains ? { kind: "added", to: ASKED } : { kind: "removed", from: ASKED };
}
