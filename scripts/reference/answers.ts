import { answerBreaks } from "./breaks.ts";
import { answerCapture } from "./capture.ts";
import type { Case } from "./case.ts";
import { answerClaims } from "./claims.ts";
import { answerControlChart } from "./control-charts.ts";
import { answerDecomposition } from "./decomposition.ts";
import { answerDistributions } from "./distributions.ts";
import { answerFarrington } from "./farrington.ts";
import { answerFunnel } from "./funnel.ts";
import { answerNowcast } from "./nowcast.ts";
import { answerPeers } from "./peers.ts";
import { answerRateRatios } from "./rate-ratios.ts";
import { answerRegression } from "./regression.ts";
import { answerStl } from "./stl.ts";
import { answerStructural } from "./structural.ts";

/** How each task is answered; a task that is not here fails, honestly. */
export const answers: Readonly<Record<string, (asked: Case) => unknown>> = {
  "1-xmr": answerControlChart,
  "2-rate-ratio": answerRateRatios,
  "3-its-glm": answerRegression,
  "4-farrington": answerFarrington,
  "5-breakpoints": answerBreaks,
  "6-funnel": answerFunnel,
  "7-stl": answerStl,
  "8-decomposition": answerDecomposition,
  "9-nowcast": answerNowcast,
  "10-peers": answerPeers,
  "11-structural": answerStructural,
  "12-distributions": answerDistributions,
  "13-capture": answerCapture,
  "14-claims": answerClaims,
};
