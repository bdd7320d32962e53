/** Where work waits until a condition holds that other work brings about. */
export class WaitingRoom {
  readonly #waiting = new Set<() => void>();

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Something changed: all that wait look again. */
  callAll(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
