// Builds the window and everything that runs on Node or Electron, into build/. The preload joins the folder that the
// desktop's build has emptied.
import { build } from 'vite';

for (const mode of ['renderer', 'node', 'desktop', 'preload']) {
  await build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
}
