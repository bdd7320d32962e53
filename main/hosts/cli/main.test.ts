import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

// The command line as a process of its own, from its arguments to its exit code.

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-cli-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** `leaving`: whoever reads the output leaves after its first piece. */
function carrel(args: readonly string[], { input, leaving = false }: { input?: Readable; leaving?: boolean } = {}): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (leaving) child.stdout.destroy();
  });
  // A command that refuses its input closes it.
  child.stdin.on('error', () => {});
  if (input) input.pipe(child.stdin);
  else child.stdin.end();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('carrel', () => {
  it.each([[['--tag', '']], [['--collection', ' ']], [['--reader', 'nonsense']], [['--on-duplicate', 'ask']]])('import with %j is a mistake of usage', async (flags) => {
    const { code, output } = await carrel(['import', 'a.txt', ...flags, '--library', makeFolder(), '--json']);
    expect([code, JSON.parse(output)]).toMatchObject([2, { error: { code: 'usage' } }]);
  });

  it('serve ends when its port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, output } = await carrel(['serve', '--no-open', '--port', `${port}`, '--library', makeFolder(), '--json']);
    expect([code, JSON.parse(output)]).toMatchObject([2, { error: { code: 'usage' } }]);
  });

  it('watch names folders, lists them, and takes them off again', { timeout: 90_000 }, async () => {
    const library = makeFolder();
    const folder = makeFolder({ 'story.txt': 'A story' });
    const watch = async (...args: string[]) => {
      const { code, output } = await carrel(['watch', ...args, '--library', library, '--json']);
      return [code, JSON.parse(output)];
    };
    expect(await watch(folder)).toMatchObject([0, { folders: [{ path: folder, state: 'idle', taken: 0 }] }]);
    expect(await watch()).toMatchObject([0, { folders: [{ path: folder }] }]);
    expect(await watch('--stop', folder)).toEqual([0, { folders: [] }]);
  });

  it('save keeps addresses for later, and says of each what became of it when all are fetched', { timeout: 90_000 }, async () => {
    const library = makeFolder();
    const save = async (...args: string[]) => {
      const { code, output } = await carrel(['save', ...args, '--library', library, '--json']);
      return [code, JSON.parse(output)];
    };
    const list = makeFolder({ 'list.txt': 'http://127.0.0.1:9/lamp and http://127.0.0.1:9/pier' });
    expect(await save('--unfetched')).toMatchObject([0, { imported: [], failed: [] }]);
    expect(await save('--later', '--from', path.join(list, 'list.txt'), 'ftp://paper.example/', '--tag', 'coast')).toMatchObject([
      1,
      { imported: [{ source: 'http://127.0.0.1:9/lamp' }, { source: 'http://127.0.0.1:9/pier' }], failed: [{ source: 'ftp://paper.example/', code: 'bad-address' }] },
    ]);
    const { output } = await carrel(['list', '--where', 'is:unfetched tag:coast', '--library', library, '--json']);
    expect(JSON.parse(output)).toMatchObject({ total: 2, articles: [{ wordCount: 0 }, { wordCount: 0 }] });
    // Nothing is asked of this machine itself unless its user allows that.
    expect(await save('--unfetched')).toMatchObject([1, { imported: [], failed: [{ code: 'private-address' }, { code: 'private-address' }] }]);
    expect(await save('--unfetched', '--later')).toMatchObject([2, { error: { code: 'usage' } }]);
  });

  it('import goes on when nobody reads its lines any more', async () => {
    const library = makeFolder();
    const names = Array.from({ length: 400 }, (_, index) => `${index}.txt`);
    const folder = makeFolder(Object.fromEntries(names.map((name) => [name, `Story number ${name} about nothing.`])));
    expect((await carrel(['import', folder, '--ndjson', '--library', library], { leaving: true })).code).toBe(0);
    expect(JSON.parse((await carrel(['stats', '--json', '--library', library])).output)).toMatchObject({ articles: 400 });
  }, 30_000);

  it('search says how a query was understood, as JSON and in words', async () => {
    const library = makeFolder();
    await carrel(['import', makeFolder({ 'a.txt': 'The lamp at Harrow Point\n\nThe keeper lit the lamp every night.' }), '--library', library]);
    const { hits, explain } = JSON.parse((await carrel(['search', 'lamp keepr', '--explain', '--json', '--library', library])).output);
    expect(explain).toEqual({
      understood: 'articles with “lamp” or “keepr”',
      parts: [{ text: '“lamp”', matches: 1 }, { text: '“keepr”', matches: 0 }],
      hits: { [hits[0].id]: [expect.objectContaining({ term: 'lamp', field: 'title' }), expect.objectContaining({ term: 'lamp', field: 'body' })] },
      suggestions: ['No article has “keepr”. Did you mean “keeper” (1 article)?'],
    });
    const { output } = await carrel(['search', 'lamp keepr', '--explain', '--library', library]);
    expect(output).toContain('Looked for: articles with “lamp” or “keepr”\n      1  “lamp”\n      0  “keepr”\nNo article has “keepr”.');
    expect(output).toMatch(/Because of lamp in the title \(\d\.\d{3}\), lamp in the body/);
    expect(JSON.parse((await carrel(['search', 'lamp', '--json', '--library', library])).output)).not.toHaveProperty('explain');
  }, 30_000);

  it('import names standard input that is too large as one failed item, beside the files', async () => {
    const folder = makeFolder({ 'a.txt': 'A story about nothing.' });
    const piece = Buffer.alloc(1_048_576, 'x');
    const endless = Readable.from((function* () {
      for (;;) yield piece;
    })());
    onTestFinished(() => void endless.destroy());
    const { code, output } = await carrel(['import', path.join(folder, 'a.txt'), '-', '--json', '--library', makeFolder()], { input: endless });
    expect([code, JSON.parse(output)]).toMatchObject([1, { imported: [{ title: 'A story about nothing.' }], failed: [{ source: '-', code: 'too-large' }] }]);
  }, 30_000);
});
