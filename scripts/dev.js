// For working on Carrel: the window with hot reload on a Vite server, the library from sources behind it, started anew
// when they change. Options go to `carrel serve`: npm run dev -- --library FOLDER
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { createServer } from 'vite';

const host = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'main/hosts/cli/main.ts', 'serve', '--no-open', '--json', '--port', '0', ...process.argv.slice(2)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => host.kill());

/** Where the library is now and the cookie that opens it: both change when sources do. */
let target = '';
let cookie = '';

readline.createInterface({ input: host.stdout }).on('line', async (line) => {
  if (!line.startsWith('{')) return;
  const { url } = JSON.parse(line);
  const welcome = await fetch(url);
  cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  target = new URL(url).origin;
  console.log(`The library is at ${target}`);
});

const server = await createServer({
  mode: 'renderer',
  configFile: 'vite.config.ts',
  plugins: [
    {
      name: 'carrel-library',
      configureServer({ middlewares }) {
        middlewares.use(async (request, response, next) => {
          if (request.url === '/article.css') request.url = '/reading/article.css?direct';
          if (!/^\/(api|events|articles|imports)(\/|$)/.test(request.url ?? '')) return next();
          await forward(request, response);
        });
      },
    },
  ],
});
await server.listen();
server.printUrls();

/**
 * Passes a request on as the window's own: with the host's name, origin and cookie.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function forward(request, response) {
  const { default: http } = await import('node:http');
  const passed = http.request(`${target}${request.url}`, {
    method: request.method,
    headers: { ...request.headers, host: new URL(target).host, origin: target, cookie, 'sec-fetch-site': 'same-origin' },
  });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => {
    response.writeHead(502);
    response.end('The library is being started.\n');
  });
  request.pipe(passed);
}
