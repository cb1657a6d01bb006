import { UserError } from "../base/index.ts";

/** What a context file says, as written. */
export interface ContextFile {
  readonly rules: readonly WrittenRule[];
  readonly audits: readonly WrittenAudit[];
  readonly events: readonly WrittenEvent[];
  readonly training: readonly WrittenTraining[];
  /** Names at the top that nothing is read from. */
  readonly unread: readonly string[];
}

interface Told {
  readonly title?: string | undefined;
  readonly source?: string | null | undefined;
}

export interface WrittenRule extends Told {
  readonly from: string;
  readonly kind: "moved" | "added" | "removed";
  readonly fromClass?: string | null | undefined;
  readonly toClass?: string | null | undefined;
  readonly basis?: "law" | "rule" | undefined;
}

export interface WrittenAudit extends Told {
  readonly area: string;
  readonly classes: string | readonly string[];
  readonly from: string;
  readonly to: string;
  readonly recorded: number;
  readonly margin?: number | null | undefined;
}

export interface WrittenEvent extends Told {
  readonly date: string;
  readonly classes: string | readonly string[];
  readonly twins?: readonly string[] | null | undefined;
}

export interface WrittenTraining extends Told {
  readonly area: string;
  readonly from: string;
}

/** Reads the shape of a context file; throws one `E_CONTEXT` that lists the first faults with their JSON paths. */
export async function readShape(text: string, file: string): Promise<ContextFile> {
  const written = parsed(text, file);
  const { z } = await import("zod");
  const name = z.string().trim().min(1);
  const told = { title: z.string().optional(), source: z.string().nullish() };
  const part = z.number().min(0).max(1);
  const rule = z.looseObject({
    from: name,
    kind: z.enum(["moved", "added", "removed"]),
    fromClass: name.nullish(),
    toClass: name.nullish(),
    basis: z.enum(["law", "rule"]).optional(),
    ...told,
  });
  const classes = z.union([name, z.array(name)]);
  const audit = z.looseObject({
    area: name,
    classes,
    from: name,
    to: name,
    recorded: part.gt(0),
    margin: part.nullish(),
    ...told,
  });
  const event = z.looseObject({ date: name, classes, twins: z.array(name).nullish(), ...told });
  const training = z.looseObject({ area: name, from: name, ...told });
  const whole = z.looseObject({
    rules: z.array(rule).default([]),
    audits: z.array(audit).default([]),
    events: z.array(event).default([]),
    training: z.array(training).default([]),
  });
  const read = whole.safeParse(written);
  if (!read.success) throw shapeFault(file, read.error.issues);
  const { rules, audits, events, training: trained, ...rest } = read.data;
  return { rules, audits, events, training: trained, unread: Object.keys(rest) };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      { code: "E_CONTEXT", found: `${file} is no JSON: ${why}`, expected: `a document such as ${EXAMPLE}` },
      { cause },
    );
  }
}

const EXAMPLE = '{"rules":[{"from":"2017-04","kind":"moved","fromClass":"8L","toClass":"8R"}]}';
const MOST_LISTED = 5;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function shapeFault(file: string, issues: readonly Issue[]): UserError {
  const listed = issues.slice(0, MOST_LISTED).map(({ path, message }) => `${pathOf(path)}: ${message}`);
  const more = issues.length > listed.length ? ` and ${issues.length - listed.length} more` : "";
  return new UserError({
    code: "E_CONTEXT",
    found: `${file}, ${listed.join("; ")}${more}`,
    expected: "rules, audits, events and training as the help tells, each of them optional",
    remedy: "recorded and margin are fractions from 0 to 1; throughline explain --help",
  });
}

/** `rules[0].from` */
function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the document";
  return path
    .map((each) => (typeof each === "number" ? `[${each}]` : `.${String(each)}`))
    .join("")
    .slice(1);
}
