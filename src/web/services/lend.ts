/** How to know, open and shut a thing that is replaced by a newer one from time to time. */
export interface Lendable<T> {
  /** The name of the newest one. */
  readonly latest: () => Promise<string>;
  readonly open: () => Promise<T>;
  readonly shut: (thing: T) => void;
}

interface Held<T> {
  readonly name: string;
  readonly thing: Promise<T>;
  readers: number;
  retired: boolean;
}

/**
 * Lends the newest of a thing. A reader keeps the one it began with; one that has been replaced is shut when
 * its last reader is done.
 */
export function lendLatest<T>({ latest, open, shut }: Lendable<T>): {
  readonly lend: <R>(use: (thing: T) => Promise<R>) => Promise<R>;
  readonly close: () => Promise<void>;
} {
  let held: Held<T> | undefined;
  const shutWhenIdle = async (each: Held<T>): Promise<void> => {
    if (each.retired && each.readers === 0) await each.thing.then(shut, () => {});
  };
  const replace = async (next: Held<T> | undefined): Promise<void> => {
    const before = held;
    held = next;
    if (before === undefined) return;
    before.retired = true;
    await shutWhenIdle(before);
  };
  const lend = async <R>(use: (thing: T) => Promise<R>): Promise<R> => {
    const name = await latest();
    if (held?.name !== name) await replace({ name, thing: open(), readers: 0, retired: false });
    const mine = held as Held<T>;
    mine.readers++;
    try {
      return await use(await opened(mine));
    } finally {
      mine.readers--;
      await shutWhenIdle(mine);
    }
  };
  /** One that could not be opened is forgotten, so that the next reader tries again. */
  const opened = async (mine: Held<T>): Promise<T> => {
    try {
      return await mine.thing;
    } catch (cause) {
      if (held === mine) held = undefined;
      throw cause;
    }
  };
  return { lend, close: () => replace(undefined) };
}
