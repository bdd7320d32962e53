/**
 * Values told to whoever listens. A listener that throws is a bug of the listener's: it surfaces as an uncaught error
 * and disturbs neither the teller nor the other listeners.
 */
export class EventSource<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Returns how to stop listening. */
  listen(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value);
      } catch (error) {
        setImmediate(() => {
          throw error;
        });
      }
    }
  }
}
