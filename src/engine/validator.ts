import type { z } from "zod";
import type { Column, ColumnType, RowOf, Table } from "./table.ts";

/**
 * Checks a row from outside against its declaration. The library behind it is loaded when first asked for: a quick
 * command that checks no rows should not wait for it.
 */
export async function rowValidator<T extends Table>(table: T): Promise<z.ZodType<RowOf<T>>> {
  const { z: zod } = await import("zod");
  const validators: Readonly<Record<ColumnType, z.ZodType>> = {
    text: zod.string(),
    integer: zod.int(),
    decimal: zod.number(),
    date: zod.iso.date(),
    timestamp: zod.iso.datetime({ precision: 3 }),
    boolean: zod.boolean(),
  };
  const validatorOf = ({ type, nullable, oneOf }: Column): z.ZodType => {
    const base = oneOf === undefined ? validators[type] : zod.enum([...oneOf]);
    return nullable ? base.nullable() : base;
  };
  const shape = Object.fromEntries(Object.entries(table.columns).map(([key, each]) => [key, validatorOf(each)]));
  return zod.strictObject(shape) as unknown as z.ZodType<RowOf<T>>;
}
