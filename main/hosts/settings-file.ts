import fs from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import { LibraryError } from '../contract/errors.ts';
import { Settings } from '../contract/settings.ts';
import type { SettingsFile } from '../core/host-services.ts';

/** The folder of the user's settings: the system's place for them, or the one that CARREL_CONFIG names. */
export function settingsFolder(): string {
  const named = process.env['CARREL_CONFIG'];
  // Whole: electron-store would take a relative one as meant within its own folder, and write where nobody reads.
  return named ? path.resolve(named) : envPaths('Carrel', { suffix: '' }).config;
}

/** Opens the file `settings.json` in the folder `cwd`. */
export type OpenStore = (options: {
  cwd: string;
  configFileMode: number;
  accessPropertiesByDotNotation: false;
}) => Promise<{ set(values: Record<string, unknown>): void }>;

const openConf: OpenStore = async (options) => {
  // Only here: it costs as much as the rest of a command, and most commands change no setting.
  const { default: Conf } = await import('conf');
  return new Conf({ ...options, configName: 'settings' });
};

/**
 * `settings.json` in a folder. What is damaged in it costs only itself: a wrong value is left alone until the user
 * chooses another, a file that is no settings at all is kept as `settings.json.damaged`, and `say` is told of both.
 */
export class JsonSettingsFile implements SettingsFile {
  readonly path: string;
  readonly #say: (message: string) => void;
  readonly #openStore: OpenStore;
  readonly #said = new Set<string>();

  /** @param openStore what writes the file; conf where nothing else is asked for */
  constructor(folder: string, say: (message: string) => void, openStore: OpenStore = openConf) {
    this.path = path.join(folder, 'settings.json');
    this.#say = say;
    this.#openStore = openStore;
  }

  read(): Readonly<Record<string, unknown>> {
    try {
      const held = parseObject(fs.readFileSync(this.path, 'utf8'));
      if (held) {
        this.#tellWrongValues(held);
        return held;
      }
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') return {};
      if (code !== 'EISDIR') {
        this.#sayOnce(`The settings in ${this.path} cannot be read (${code}): the usual ones are used.`);
        return {};
      }
    }
    this.#setAside();
    return {};
  }

  async write(settings: Settings): Promise<void> {
    const held = this.read();
    const before: Readonly<Record<string, unknown>> = Settings.parse(held);
    const changed = Object.fromEntries(Object.entries(settings).filter(([name, value]) => !isSame(before[name], value)));
    if (Object.keys(changed).length === 0) return;
    try {
      const store = await this.#openStore({ cwd: path.dirname(this.path), configFileMode: 0o600, accessPropertiesByDotNotation: false });
      store.set(changed);
    } catch (error) {
      const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
      throw new LibraryError(
        full ? 'disk-full' : 'read-only',
        full
          ? 'The disk is full: the settings could not be saved. Free some space and try again.'
          : `The settings could not be saved in ${this.path} (${codeOf(error)}). Check that you may write there.`,
        { cause: error },
      );
    }
  }

  /** Tells when the file changes, whoever wrote it. Returns how to stop. Keeps no process alive. */
  watch(onChange: () => void): () => void {
    // Not fs.watchFile: it takes its first look some time later, and misses what is written until then.
    let last = this.#stamp();
    const timer = setInterval(() => {
      const now = this.#stamp();
      if (now === last) return;
      last = now;
      onChange();
    }, WATCH_INTERVAL_MS).unref();
    return () => clearInterval(timer);
  }

  /** Differs whenever the file does; empty while there is none that can be looked at. */
  #stamp(): string {
    try {
      const { ino, size, mtimeNs } = fs.statSync(this.path, { bigint: true });
      return `${ino} ${size} ${mtimeNs}`;
    } catch {
      // Reading it says what is wrong; looking whether it changed need not.
      return '';
    }
  }

  #setAside(): void {
    const aside = `${this.path}.damaged`;
    try {
      fs.rmSync(aside, { recursive: true, force: true });
      fs.renameSync(this.path, aside);
      this.#sayOnce(`The settings in ${this.path} were damaged: the usual ones are used. The damaged file is kept as ${aside}.`);
    } catch (error) {
      this.#sayOnce(`The settings in ${this.path} are damaged and cannot be moved away (${codeOf(error)}): the usual ones are used.`);
    }
  }

  #tellWrongValues(held: Readonly<Record<string, unknown>>): void {
    const understood = Settings.parse(held);
    const wrong = Object.entries(understood).filter(([name, value]) => name in held && !isSame(held[name], value));
    for (const [name, value] of wrong) this.#sayOnce(`The setting "${name}" in ${this.path} is not one that this version knows: ${JSON.stringify(value)} is used.`);
  }

  #sayOnce(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#say(message);
  }
}

const WATCH_INTERVAL_MS = 1_000;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // No JSON: not settings.
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A setting may be a list. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
