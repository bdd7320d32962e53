// Builds the window and everything that runs on Node, into build/.
import { build } from 'vite';

for (const mode of ['renderer', 'node']) {
  await build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
}
