import { z } from "zod";
import { maybePeriod, UserError } from "../base/index.ts";

/** What is wrong with one field, in words; `field` is its name in the form and the id of its control. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
}

/** Something read from outside, or what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads a query or a form; whatever it holds beside the schema's fields is passed over. */
export function readFields<T>(schema: z.ZodType<T>, given: unknown): Read<T> {
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), text: message }));
  return { ok: false, errors: [...new Map(errors.map((each) => [each.field, each])).values()] };
}

/** Waits for an answer; a mistake in the question becomes the error of the field that its code belongs to. */
export async function answered<T>(answer: Promise<T>, fieldOf: Readonly<Record<string, string>>): Promise<Read<T>> {
  try {
    return { ok: true, value: await answer };
  } catch (cause) {
    const field = cause instanceof UserError ? fieldOf[cause.code] : undefined;
    if (!(cause instanceof UserError) || field === undefined) throw cause;
    const { found, expected, remedy } = cause.mistake;
    return { ok: false, errors: [{ field, text: sentence(`${found}; expected ${expected}`, remedy) }] };
  }
}

function sentence(text: string, remedy = ""): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}. ${remedy}`.trim();
}

/** A line of text, trimmed; empty when it is not given. */
export function line(what: string, most = 200): z.ZodType<string> {
  return z
    .string({ error: `Give ${what} once, as text` })
    .max(most, { error: `${upperFirst(what)} must be ${most} characters or fewer` })
    .regex(/^\P{Cc}*$/u, { error: `${upperFirst(what)} holds characters that are not text` })
    .optional()
    .transform((text) => (text ?? "").trim());
}

/** One of some words; the first of them when it is not given. */
export function choice<const T extends string>(what: string, words: readonly [T, ...T[]]): z.ZodType<T> {
  return line(what).transform((text, context): T => {
    const found = text === "" ? words[0] : words.find((each) => each === text);
    if (found !== undefined) return found;
    context.addIssue({
      code: "custom",
      message: `${upperFirst(what)} must be one of ${words.filter(Boolean).join(", ")}`,
    });
    return z.NEVER;
  });
}

/** A period in any of the written forms. */
export function period(what: string, missing: string) {
  return line(what).transform((text, context) => {
    const found = maybePeriod(text === "" ? missing : text);
    if (found !== undefined) return found;
    context.addIssue({
      code: "custom",
      message: `${upperFirst(what)} must be a period such as 2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12`,
    });
    return z.NEVER;
  });
}

/** A day as `2018-03-01`, or nothing. */
export function maybeDay(what: string) {
  return line(what).transform((text, context) => {
    if (text === "" || z.iso.date().safeParse(text).success) return text === "" ? undefined : text;
    context.addIssue({ code: "custom", message: `${upperFirst(what)} must be a day such as 2018-03-01` });
    return z.NEVER;
  });
}

/** A number of residents from 1 to 10 million, or nothing. */
export function maybePer(what: string) {
  return line(what).transform((text, context) => {
    const number = Number(text);
    if (text === "") return undefined;
    if (number >= 1 && number <= 1e7) return number;
    context.addIssue({ code: "custom", message: `${upperFirst(what)} must be a number from 1 to 10,000,000` });
    return z.NEVER;
  });
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
