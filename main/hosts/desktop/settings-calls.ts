import { randomBytes } from 'node:crypto';
import Store from 'electron-store';
import type { Transport } from '../../contract/client.ts';
import { createDispatcher } from '../../contract/dispatcher.ts';
import { settingsMethods } from '../../contract/settings.ts';
import { createSettingsHandlers } from '../../core/settings/settings-handlers.ts';
import { JsonSettingsFile, settingsFolder } from '../settings-file.ts';
import type { LogFile } from './log-file.ts';

/**
 * Answers `settings.*` in the main process: they belong to the machine and must work while no library does. The file
 * is the one that the other hosts use.
 *
 * @param onChange called whenever the settings changed, by a window or by another program
 */
export function createSettingsCalls(log: LogFile, onChange: () => void): Transport {
  const file = new JsonSettingsFile(
    settingsFolder(),
    (message) => log.write(`${message}\n`),
    async (options) => new Store({ ...options, name: 'settings' }),
  );
  file.watch(onChange);
  return createDispatcher(settingsMethods, createSettingsHandlers(file, onChange), (error, method) => {
    const reference = randomBytes(4).toString('hex');
    log.writeProblem(error, `${method} (${reference})`);
    return reference;
  });
}

export function isSettingsCall(method: string): boolean {
  return Object.hasOwn(settingsMethods, method);
}
