import { ArticleId } from '../../../contract/ids.ts';
import { repairAt, type Library } from '../../../core/open-library.ts';
import type { VerifyReport } from '../../../contract/library.ts';
import { nodeServices } from '../../node-services.ts';
import { HOST_NAME, withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { unwrap } from '../output/printer.ts';

export async function runRemove(context: CommandContext, ids: readonly string[], purge: boolean): Promise<number> {
  return withLibrary(context, 'write', async (library) => {
    const known = await findKnown(library, ids);
    const method = purge ? 'articles.purge' : 'articles.remove';
    const { removed } = known.length > 0 ? unwrap(await library.client[method]({ ids: known })) : { removed: [] };
    context.printer.result({ removed }, () => `${purge ? 'Deleted' : 'Moved to the trash'}: ${removed.length}`);
    return reportUnknown(context, ids, known);
  });
}

export async function runRestore(context: CommandContext, ids: readonly string[]): Promise<number> {
  return withLibrary(context, 'write', async (library) => {
    const known = await findKnown(library, ids);
    const { restored } = known.length > 0 ? unwrap(await library.client['articles.restore']({ ids: known })) : { restored: [] };
    context.printer.result({ restored }, () => `Restored: ${restored.length}`);
    return reportUnknown(context, ids, known);
  });
}

async function findKnown({ client }: Library, ids: readonly string[]): Promise<ArticleId[]> {
  const known: ArticleId[] = [];
  for (const text of ids) {
    const id = ArticleId.safeParse(text);
    if (id.success && (await client['articles.get']({ id: id.data })).ok) known.push(id.data);
  }
  return known;
}

function reportUnknown({ printer }: CommandContext, ids: readonly string[], known: readonly string[]): number {
  const unknown = ids.filter((id) => !known.includes(id));
  for (const id of unknown) printer.note(`carrel: There is no article with the id "${id}".`);
  return unknown.length > 0 ? EXIT.someFailed : EXIT.done;
}

export async function runVerify(context: CommandContext, repair: boolean): Promise<number> {
  const report = repair
    ? repairAt(context.root, nodeServices(HOST_NAME))
    : await withLibrary(context, 'read', async ({ client }) => unwrap(await client['library.verify']({})));
  context.printer.result(report, () => verifyWords(report));
  return report.ok ? EXIT.done : EXIT.someFailed;
}

function verifyWords({ ok, articles, problems }: VerifyReport): string {
  const told = problems.map(({ kind, id, detail, repaired }) => `  ${kind}${id === undefined ? '' : ` ${id}`}: ${detail}${repaired ? ' (repaired)' : ''}`);
  return [`${articles} articles, ${ok ? 'all sound' : 'with problems'}`, ...told].join('\n');
}
