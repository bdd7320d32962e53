// Checks each layer with its own tsconfig: what a layer may not know (the DOM, Node) it does not compile with.
import { execFileSync } from 'node:child_process';

const LAYERS = ['main/contract', 'main/core', 'main/hosts', 'renderer', 'e2e', 'scripts'];

let failed = 0;
for (const layer of LAYERS) {
  try {
    execFileSync('tsc', ['--project', layer], { stdio: 'inherit' });
  } catch {
    failed += 1;
    console.error(`Types: ${layer} does not compile.`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
