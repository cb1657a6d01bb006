/** What a case file may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One case with a known result; the README beside the cases tells what its fields mean. */
export interface Case {
  readonly id: string;
  readonly task: string;
  readonly notes?: string;
  readonly relativeTolerance: number;
  readonly input: Json;
  readonly expected: Json;
}

/** Reads one case, or says why the text is none. */
export function parseCase(text: string): Case | { readonly fault: string } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return { fault: `not JSON: ${String(error)}` };
  }
  const absent = ["id", "task", "relativeTolerance", "input", "expected"].filter(
    (key) => typeof read !== "object" || read === null || !(key in read),
  );
  return absent.length > 0 ? { fault: `not a case: without ${absent.join(", ")}` } : (read as Case);
}
