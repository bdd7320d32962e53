import { createHash } from 'node:crypto';
import path from 'node:path';
import { app } from 'electron';
import { DEFAULT_LIBRARY } from '../default-library.ts';

/**
 * Gives each library its own profile: with it its own single instance, so that a second start for another library is
 * not handed to a window of the first. A profile that the command line names (tests) stays as it is.
 */
export function chooseProfile(library: string): void {
  app.setName('Carrel');
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  const home = path.join(app.getPath('appData'), 'Carrel');
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16);
  app.setPath('userData', library === DEFAULT_LIBRARY ? home : path.join(home, 'libraries', name));
}
