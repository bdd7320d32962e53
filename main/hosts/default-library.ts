import path from 'node:path';
import envPaths from 'env-paths';

/** The library that is opened when nobody names another: the same one for window, browser and command line. */
export const DEFAULT_LIBRARY = path.join(envPaths('Carrel', { suffix: '' }).data, 'library');
