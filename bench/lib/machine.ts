import os from "node:os";

/** The machine a bench ran on: figures from two machines are not to be compared. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Gibibytes. */
  readonly memory: number;
  readonly node: string;
  readonly system: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** This machine, today. */
export function thisMachine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memory: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    date: Temporal.Now.plainDateISO("UTC").toString(),
  };
}
