/** Something to be told of. */
export interface Signal {
  /** @returns stops the calls */
  readonly on: (listener: () => void) => () => void;
  readonly tell: () => void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
