import { plot, type PlotOptions } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { sha256 } from "../base/index.ts";
import { INK } from "./palette.ts";
import { SIZE } from "./text.ts";

/** What a picture is called, for those who hear it read out. */
export interface Caption {
  /** Its class beside `chart`. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  /** Whatever the drawing depends on: equal specs have equal ids. */
  readonly spec: unknown;
}

/**
 * Plot's drawing as an SVG text that a page under `style-src 'self'` can hold: no style element or attribute, no script,
 * no ids but two that follow from the spec, and `role="img"` with a title and a description.
 */
export function drawSvg(options: PlotOptions, caption: Caption): string {
  const { document } = parseHTML("<html><body></body></html>");
  const svg = plot({ ...options, document, className: "chart" }) as unknown as Node;
  plain(svg);
  name(svg, { caption, document });
  return shorten(svg.outerHTML);
}

/** The part of the DOM used here. */
interface Node {
  readonly outerHTML: string;
  readonly attributes: Iterable<{ readonly name: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<Node>;
  prepend(...nodes: readonly Node[]): void;
  remove(): void;
  textContent: string | null;
}

/** What Plot writes that says nothing here, or that no HTML checker accepts as an attribute. */
const NOT_HTML = ["aria-label", "aria-hidden", "aria-description", "font-variant"];

function plain(svg: Node): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const node of [svg, ...svg.querySelectorAll("*")]) {
    spreadStyle(node);
    for (const attribute of NOT_HTML) node.removeAttribute(attribute);
    for (const paint of ["fill", "stroke"])
      if (node.getAttribute(paint) === "currentColor") node.setAttribute(paint, INK);
  }
}

/** `style="a: b"` as the attribute `a="b"`, which a style rule may still override. */
function spreadStyle(node: Node): void {
  const style = node.getAttribute("style");
  node.removeAttribute("style");
  for (const rule of style?.split(";") ?? []) {
    const [property = "", value = ""] = rule.split(":").map((part) => part.trim());
    if (property !== "" && !property.startsWith("--")) node.setAttribute(property, value);
  }
}

function name(svg: Node, { caption, document }: { caption: Caption; document: unknown }): void {
  const id = `chart-${sha256(JSON.stringify(caption.spec)).slice(0, 10)}`;
  const make = (tag: string, text: string): Node => {
    const node = (document as { createElementNS(space: string, tag: string): Node }).createElementNS(SVG_SPACE, tag);
    node.setAttribute("id", `${id}-${tag}`);
    node.textContent = text;
    return node;
  };
  for (const size of ["width", "height"]) svg.removeAttribute(size);
  svg.setAttribute("xmlns", SVG_SPACE);
  svg.setAttribute("class", `chart chart-${caption.kind}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title`);
  svg.setAttribute("aria-describedby", `${id}-desc`);
  svg.setAttribute("font-size", `${SIZE}`);
  svg.prepend(make("title", caption.title), make("desc", caption.description));
}

const SVG_SPACE = "http://www.w3.org/2000/svg";

/** Coordinates to a hundredth of a unit: the same on every machine, and half the bytes. */
function shorten(svg: string): string {
  return svg.replaceAll(/ (d|transform|[xy][12]?|width|height|c[xy])="([^"]*)"/gu, (_, name: string, value: string) => {
    return ` ${name}="${value.replaceAll(/-?\d*\.\d+(?:e[-+]\d+)?/gu, (digits) => `${Math.round(Number(digits) * 100) / 100}`)}"`;
  });
}
