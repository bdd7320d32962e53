import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitApp } from './app.ts';
import { serveTest } from './driver.ts';
import { flags, world } from './world.ts';

// Runs a built main process as Electron does: its module first, all of it, and only then `ready`.

const [main = '', ...args] = process.argv.slice(2);
Object.assign(process, { argv: world.isPackaged ? [process.execPath, ...args] : [process.execPath, path.dirname(main), ...args], defaultApp: !world.isPackaged });

serveTest();
await import(pathToFileURL(main).href);
flags.evaluated = true;
process.send?.({ evaluated: true });
emitApp('will-finish-launching');
for (const { event, value } of world.early) emitApp(event, value);
flags.ready = true;
emitApp('ready', {});
process.send?.({ ready: true });
