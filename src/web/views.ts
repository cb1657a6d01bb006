import path from "node:path";
import type { FastifyReply } from "fastify";
import nunjucks from "nunjucks";
import { sayDay } from "../base/index.ts";
import { makeStylesheet } from "./stylesheet.ts";

/** What every page is given beside its own. */
export interface Page {
  /** The page's one heading, and the first part of its title. */
  readonly title: string;
}

const modules = path.resolve(import.meta.dirname, "../../node_modules");

/** Made once, when the workbench is loaded. */
export const STYLESHEET = makeStylesheet();
const VIEWS = makeViews();

/** Renders a view and sends it. */
export function sendPage<P extends Page>(reply: FastifyReply, view: string, page: P): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(renderPage(view, page));
}

/** A page as HTML; whatever a template prints is escaped. */
function renderPage<P extends Page>(view: string, page: P): string {
  return VIEWS.render(view, { stylesheet: STYLESHEET.href, ...page });
}

function makeViews(): nunjucks.Environment {
  const folders = [
    path.resolve(import.meta.dirname, "views"),
    path.join(modules, "govuk-frontend/dist"),
    path.join(modules, "@ministryofjustice/frontend"),
  ];
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // MoJ's timeline asks for a filter of this name; theirs brings a whole date library.
  environment.addFilter("mojDate", (day: string) => sayDay(day));
  return environment;
}
