import type { Handlers } from '../../contract/define.ts';
import { DEFAULT_SETTINGS, Settings, type settingsMethods } from '../../contract/settings.ts';
import type { SettingsFile } from '../host-services.ts';

export type SettingsHandlers = Handlers<typeof settingsMethods>;

/**
 * The calls about settings. They need no library: a host whose library runs in another process may answer them itself.
 *
 * @param onChange called after each change that was written
 */
export function createSettingsHandlers(file: SettingsFile, onChange: () => void): SettingsHandlers {
  // One change after the other: each reads what the one before has written.
  let last: Promise<unknown> = Promise.resolve();
  return {
    'settings.get': () => readSettings(file),
    'settings.change': (change) => {
      const changed = last.then(async () => {
        const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const settings = Settings.parse({ ...(await readSettings(file)), ...stated });
        await file.write(settings);
        onChange();
        return settings;
      });
      last = changed.catch(() => {});
      return changed;
    },
  };
}

/** What the file says, each setting on its own: one that is missing or wrong is the usual one. */
export async function readSettings(file: SettingsFile): Promise<Settings> {
  return Settings.catch(DEFAULT_SETTINGS).parse(await file.read());
}
