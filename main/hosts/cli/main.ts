import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageFacts from '../../../package.json' with { type: 'json' };
import { LibraryError } from '../../contract/errors.ts';
import { DEFAULT_LIBRARY } from '../default-library.ts';
import { runCall } from './commands/call.ts';
import { runImport, type ImportFlags } from './commands/import.ts';
import { runList, runSearch, runShow, runStats, type PageFlags } from './commands/read-commands.ts';
import { runSave, type SaveFlags } from './commands/save.ts';
import { runServe } from './commands/serve.ts';
import { runWatch } from './commands/watch.ts';
import { runRemove, runRestore, runVerify } from './commands/write-commands.ts';
import type { CommandContext } from './context.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { Printer } from './output/printer.ts';

interface GlobalFlags {
  readonly library?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_PORT = 17_653;

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}

const collect = (value: string, before: string[]) => [...before, value];

/** Every command and option; what each does stands in its own file. `finish` takes the exit code. */
function buildProgram(finish: (code: number) => void): Command {
  const program = new Command('carrel')
    .description('A library of articles: import files, search them, read them offline.')
    .version(packageFacts.version)
    .option('--library <dir>', "the library's folder (default: the system's place for data)")
    .option('--json', 'print one JSON value on standard output')
    .option('--quiet', 'no progress and no notes')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  const context = (): CommandContext => {
    const flags = program.opts<GlobalFlags>();
    return { root: path.resolve(flags.library ?? DEFAULT_LIBRARY), printer: new Printer(outputOf(program)) };
  };
  const run = async (work: (context: CommandContext) => Promise<number>) => finish(await work(context()));

  program
    .command('import <path...>')
    .description('import files and folders; - is standard input')
    .addOption(new Option('--reader <name>', 'read everything as this format').choices(['text', 'html', 'markdown', 'eml', 'mhtml', 'webarchive', 'epub']))
    .option('--tag <tag>', 'give each article this tag (again for more)', collect, [])
    .option('--collection <path>', 'put each article into this collection (again for more)', collect, [])
    .addOption(new Option('--books <form>', 'books as one article each, or with a chapter for each article').choices(['whole', 'chapters']).default('whole'))
    .option('--dry-run', 'say what would happen, store nothing', false)
    .addOption(new Option('--on-duplicate <what>', 'for an article that is already there').choices(['skip', 'replace', 'version']).default('skip'))
    .option('--ndjson', 'one JSON line for each item as soon as it is durable', false)
    .action((paths: string[], flags: ImportFlags) => run((at) => runImport(at, paths, flags)));

  program
    .command('save [url...]')
    .description('fetch pages by their addresses and keep them; feeds bring their entries')
    .option('--from <file>', 'addresses in a text file, in whatever text; - is standard input')
    .option('--tag <tag>', 'give each article this tag (again for more)', collect, [])
    .option('--collection <path>', 'put each article into this collection (again for more)', collect, [])
    .addOption(new Option('--on-duplicate <what>', 'for an article that is already there').choices(['skip', 'replace', 'version']).default('skip'))
    .option('--media', 'keep the files of videos and sounds, too, in place of links', false)
    .option('--later', 'keep the addresses alone, as articles that are to be fetched', false)
    .option('--unfetched', 'fetch all articles that are to be fetched', false)
    .option('--ndjson', 'one JSON line for each item as soon as it is durable', false)
    .action((urls: string[], flags: SaveFlags) => run((at) => runSave(at, urls, flags)));

  const paged = (command: Command, sorts: string[], limit: number, most: number) =>
    command
      .option('--limit <n>', 'how many', wholeNumber(1, most), limit)
      .option('--offset <n>', 'after how many', wholeNumber(0, 1e9), 0)
      .addOption(new Option('--sort <order>').choices(sorts).default(sorts[0]));
  paged(program.command('list').description('list articles'), ['added', 'published', 'title'], 50, 500)
    .option('--where <query>', 'only articles that match')
    .action((flags: PageFlags & { where?: string }) => run((at) => runList(at, flags)));
  paged(program.command('search <query>').description("search with lunr's query language, phrases, AND, OR, NOT and filters"), ['relevance', 'newest', 'oldest'], 20, 200)
    .option('--explain', 'say how the query was understood and why each article is found', false)
    .action((query: string, flags: PageFlags & { explain: boolean }) => run((at) => runSearch(at, query, flags)));
  program
    .command('show <id>')
    .description('print one article')
    .addOption(new Option('--format <form>').choices(['text', 'html', 'markdown']).default('text'))
    .action((id: string, { format }: { format: string }) => run((at) => runShow(at, id, format)));
  program
    .command('remove <id...>')
    .description('move articles to the trash')
    .option('--purge', 'delete them for good', false)
    .action((ids: string[], { purge }: { purge: boolean }) => run((at) => runRemove(at, ids, purge)));
  program.command('restore <id...>').description('take articles out of the trash').action((ids: string[]) => run((at) => runRestore(at, ids)));
  program.command('stats').description('counts, sizes, languages, dates').action(() => run((at) => runStats(at)));
  program
    .command('verify')
    .description('hold database, journal and files against each other')
    .option('--repair', 'mend what can be mended', false)
    .action(({ repair }: { repair: boolean }) => run((at) => runVerify(at, repair)));
  program
    .command('serve')
    .description("serve the window to this machine's browser")
    .option('--port <n>', `0 picks a free one (default: ${DEFAULT_PORT}, or a free one if it is taken)`, wholeNumber(0, 65_535))
    .option('--no-open', 'do not open the browser')
    .option('--watch <folder>', 'import whatever lies in this folder or comes into it (again for more)', collect, [])
    .action(({ port, open, watch }: { port?: number; open: boolean; watch: string[] }) => run((at) => runServe(at, { port: port ?? DEFAULT_PORT, fallback: port === undefined, open, watch })));
  program
    .command('watch [folder...]')
    .description('folders whose files are imported by themselves while Carrel runs with a window: list them, or name some')
    .option('--stop', 'stop watching these', false)
    .action((places: string[], { stop }: { stop: boolean }) => run((at) => runWatch(at, places, stop)));
  program
    .command('call <method> [json]')
    .description('make any call of the contract')
    .action((method: string, json?: string) => run((at) => runCall(at, method, json ?? '{}')));
  return program;
}

function outputOf(program: Command) {
  const { json = false, quiet = false } = program.opts<GlobalFlags>();
  return { json, quiet };
}

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = buildProgram((finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    // An option may stand behind the mistake that ended parsing: whoever wants JSON gets JSON.
    const printer = new Printer({ ...outputOf(program), json: argv.includes('--json') });
    const described = describe(error);
    printer.error(described);
    return exitCodeFor(described);
  }
}

function describe(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  if (error instanceof CommanderError) return new LibraryError('usage', `${error.message.replace(/^error: /, '')} (see carrel --help)`);
  const detail = error instanceof Error ? error.message : String(error);
  return new LibraryError('internal', `Something went wrong that should not have: ${detail}`);
}

// `carrel list | head`: the reader left, which is no error. An import goes on, so that its exit code stays true.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await main(process.argv.slice(2));
