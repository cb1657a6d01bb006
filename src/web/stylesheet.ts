import { readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../base/index.ts";

/** The one style sheet, and the address that changes with it. */
export interface Stylesheet {
  readonly href: string;
  readonly css: string;
}

const modules = path.resolve(import.meta.dirname, "../../node_modules");
const GOVUK = path.join(modules, "govuk-frontend/dist/govuk/govuk-frontend.min.css");
const MOJ = path.join(modules, "@ministryofjustice/frontend/moj/moj-frontend.min.css");
const OWN = path.resolve(import.meta.dirname, "assets/throughline.css");

/** GOV.UK's and MoJ's styles for the components in use, in the system's own font, and ours after them. */
export function makeStylesheet(): Stylesheet {
  const shared = ownBrand(onlyInUse(readFileSync(GOVUK, "utf8")));
  const timeline = ownBrand(onlyInUse(readFileSync(MOJ, "utf8"), /\.moj-timeline(?!__document)/));
  const css = [shared, timeline, readFileSync(OWN, "utf8")].join("\n");
  return { href: `/assets/throughline-${sha256(css).slice(0, 12)}.css`, css };
}

/** Blocks of GOV.UK Frontend that no page uses. */
const UNUSED =
  /\.govuk-(?:accordion|character-count|cookie-banner|date-input|exit-this-page|feedback|footer|header|logo|language-navigation|generic-header|notification-banner|pagination|panel|password-input|phase-banner|radios|task-list|tabs|frontend)/;

/** Drops the style rules that no page could match: those whose every selector is of an unused block, or of none wanted. */
function onlyInUse(css: string, wanted?: RegExp): string {
  const kept = css.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => {
    if (selectors.includes("@")) return selectors.includes("@font-face") ? "" : rule;
    const isKept = selectors.split(",").some((each) => (wanted === undefined ? !UNUSED.test(each) : wanted.test(each)));
    return isKept ? rule : "";
  });
  return kept.replaceAll(/@(?:media|supports)[^{}]*\{\s*\}/g, "");
}

/** No licensed font, no crown, nothing fetched that is not ours. */
function ownBrand(css: string): string {
  return css
    .replaceAll("GDS Transport,arial,sans-serif", SYSTEM_SANS)
    .replaceAll(/\/\*#.*?\*\//g, "")
    .replaceAll(/@charset[^;]*;/g, "");
}

const SYSTEM_SANS = `system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`;
