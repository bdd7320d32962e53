import Store from 'electron-store';
import { WindowPlace } from './window-bounds.ts';

/** Remembers how the last window was left. */
export class WindowStore {
  /** Undefined when its file cannot be read at all. */
  readonly #store: Store<{ window?: unknown }> | undefined;
  readonly #logProblem: (error: unknown, where: string) => void;

  constructor(logProblem: (error: unknown, where: string) => void) {
    this.#logProblem = logProblem;
    // A damaged file costs the place of the window, not the start.
    try {
      this.#store = new Store({ name: 'window', clearInvalidConfig: true });
    } catch (error) {
      logProblem(error, 'reading the place of the window');
    }
  }

  read(): WindowPlace | undefined {
    return WindowPlace.safeParse(this.#store?.get('window')).data;
  }

  write(place: WindowPlace): void {
    try {
      this.#store?.set('window', place);
    } catch (error) {
      // A full disk: the window appears elsewhere next time, which is no reason to trouble anybody.
      this.#logProblem(error, 'keeping the place of the window');
    }
  }
}
