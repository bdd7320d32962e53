import { fileURLToPath } from 'node:url';
import packageFacts from '../../package.json' with { type: 'json' };
import type { HostServices } from '../core/host-services.ts';
import { JsonSettingsFile, settingsFolder } from './settings-file.ts';

// A build lays the hosts and the workers flat beside each other; in a checkout the workers are sources.
const fromSource = import.meta.url.endsWith('.ts');

/** What a host on plain Node lends to the library. */
export function nodeServices(hostName: string): HostServices & { settings: JsonSettingsFile } {
  return {
    hostName,
    version: packageFacts.version,
    settings: new JsonSettingsFile(settingsFolder(), (message) => process.stderr.write(`carrel: ${message}\n`)),
    workerFile: (name) => new URL(fromSource ? `../core/workers/${name}.ts` : `./${name}.js`, import.meta.url),
    samplesFolder: fileURLToPath(new URL('../../resources/samples', import.meta.url)),
    now: () => new Date(),
    logUnexpected: (error, where, reference) => {
      process.stderr.write(`Unexpected error ${reference} in ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    },
  };
}

/** The built window, which the web host serves. */
export const RENDERER_FOLDER = fileURLToPath(new URL(fromSource ? '../../build/renderer' : '../renderer', import.meta.url));
