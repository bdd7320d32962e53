// Builds Carrel and opens it. The desktop window follows; until then the same window is served to the browser.
// Options go to `carrel serve`: npm start -- --no-open --port 8080 --library FOLDER
import { spawn } from 'node:child_process';
import './build.js';

console.log("Carrel's desktop window (Electron) is not part of this version yet, so it is served to your browser.");

const child = spawn(process.execPath, ['main/hosts/cli/carrel.js', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
// The terminal sends Ctrl+C to both; the host ends its work, then this process ends with it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
