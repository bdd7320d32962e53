import { registerHooks } from 'node:module';

// Sends every `import 'electron'` to the fake; loaded by `node --import` before anything else.

const FAKE = new URL('electron.ts', import.meta.url).href;
const WITH_DEFAULT = 'fake-electron:all';

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: WITH_DEFAULT, format: 'module', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (url !== WITH_DEFAULT) return next(url, context);
    const source = `import * as all from '${FAKE}'; export * from '${FAKE}'; export default all;`;
    return { format: 'module', source, shortCircuit: true };
  },
});
