import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Builds main and preload into a folder as `npm run build` does, beside a window that is one empty page. @returns main's file */
export async function buildDesktop(folder: string): Promise<string> {
  const outDir = path.join(folder, 'desktop');
  for (const mode of ['desktop', 'preload']) await build({ mode, configFile: 'vite.config.ts', logLevel: 'error', build: { outDir } });
  fs.mkdirSync(path.join(folder, 'renderer'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'renderer', 'index.html'), '<!DOCTYPE html><title>The window</title>');
  return path.join(outDir, 'main.js');
}
