import { checkFunction, checkOneOf } from "./checkArgument.ts";

/** Listeners by event name; a listener may take itself off, or add others, while it is called. */
export interface Emitter<Events extends object> {
  /**
   * @returns a function that takes the listener off again
   * @throws {RangeError} for an event there is not, {TypeError} for a listener that is no function
   */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void;
  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void;
  clear(): void;
}

/** @param names of the events there are: a listener to any other would wait forever */
export function createEmitter<Events extends object>(names: readonly (keyof Events & string)[]): Emitter<Events> {
  const listeners = new Map<keyof Events, readonly ((event: never) => void)[]>();
  return {
    on(name, listener) {
      checkOneOf("on", name, names);
      checkFunction(`on ${String(name)}`, listener);
      // Lists are replaced, never changed, so that a call under way keeps the one it started with.
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return () =>
        listeners.set(
          name,
          (listeners.get(name) ?? []).filter((other) => other !== listener),
        );
    },
    emit(name, event) {
      for (const listener of listeners.get(name) ?? []) (listener as (event: unknown) => void)(event);
    },
    clear: () => listeners.clear(),
  };
}
