import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  createTable,
  duckdbDialect,
  explainPlan,
  selectDeclared,
  sql,
  trinoDialect,
  withSession,
} from "../../src/engine/index.ts";
import { observationPlan } from "../../src/figures/index.ts";

const SNAPSHOTS = path.join(import.meta.dirname, "snapshots");

describe("explainPlan(observationPlan(), dialect)", () => {
  for (const dialect of [duckdbDialect, trinoDialect]) {
    it(`says the plan for ${dialect.name} as snapshots/observation-plan.${dialect.name}.sql`, async () => {
      const file = path.join(SNAPSHOTS, `observation-plan.${dialect.name}.sql`);
      await expect(explainPlan(observationPlan(), dialect)).toMatchFileSnapshot(file);
    });
  }

  it("uses nothing that only DuckDB has when it speaks to Trino", () => {
    expect(explainPlan(observationPlan(), trinoDialect)).not.toMatch(
      /TO_MONTHS|UNNEST\(\[|REGEXP_MATCHES|TIMESTAMP_MS|::/,
    );
  });

  it("is accepted step by step by DuckDB's EXPLAIN over empty tables", async () => {
    const whole = observationPlan();
    await withSession({}, async (session) => {
      for (const table of whole.given) await session.run(createTable(table, duckdbDialect));
      for (const { makes, body } of whole.steps) {
        await session.rows(sql`EXPLAIN ${selectDeclared(makes, body, duckdbDialect)}`);
        await session.run(createTable(makes, duckdbDialect));
      }
    });
    expect(whole.steps.length).toBeGreaterThan(10);
  });
});
