import type { LibraryClient } from '../../../contract/contract.ts';
import { ArticleId } from '../../../contract/ids.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { ArticleSort } from '../../../contract/articles.ts';
import { SearchSort, type Explanation, type SearchHit } from '../../../contract/search.ts';
import { withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { unwrap } from '../output/printer.ts';

export interface PageFlags {
  readonly limit: number;
  readonly offset: number;
  readonly sort: string;
}

export async function runList(context: CommandContext, { where, sort, ...page }: PageFlags & { where?: string }): Promise<number> {
  return withLibrary(context, 'read', async ({ client }) => {
    if (where?.trim()) await noteCoverage(context, client, where);
    const list = unwrap(await client['articles.list']({ ...page, sort: ArticleSort.parse(sort), ...(where === undefined ? {} : { where }) }));
    context.printer.result(list, () => list.articles.map(({ id, published, title }) => `${id}  ${(published ?? '').slice(0, 10).padEnd(10)}  ${title}`).join('\n'));
    return EXIT.done;
  });
}

/** A list by query rests on the search index, which says what it leaves out. */
async function noteCoverage({ printer }: CommandContext, client: LibraryClient, query: string): Promise<void> {
  const { notes } = unwrap(await client['search.query']({ query, limit: 1 }));
  for (const note of notes) printer.note(note);
}

export async function runSearch(context: CommandContext, query: string, { sort, ...page }: PageFlags & { explain: boolean }): Promise<number> {
  return withLibrary(context, 'read', async ({ client }) => {
    const { notes, coverage: _, explain: explained, ...found } = unwrap(await client['search.query']({ ...page, query, sort: SearchSort.parse(sort) }));
    for (const note of notes) context.printer.note(note);
    const explain = explained && sayExplanation(explained);
    const { total, hits } = found;
    const answer = { ...found, ...(explain ? { explain } : {}) };
    context.printer.result(answer, () => [...(explain ? [explanationWords(explain)] : []), `${total} articles`, ...hits.map((hit) => hitWords(hit, explain))].join('\n\n'));
    return EXIT.done;
  });
}

type SaidExplanation = Omit<Explanation, 'tries' | 'hits'> & { hits: Record<string, { term: string; field: string; weight: number }[]> };

/** What a window runs at a click, the suggestions say in sentences; of each weight only what scripts are promised. */
function sayExplanation({ understood, parts, hits, suggestions }: Explanation): SaidExplanation {
  const weights = Object.entries(hits).map(([id, own]) => [id, own.map(({ term, field, weight }) => ({ term, field, weight }))] as const);
  return { understood, parts, hits: Object.fromEntries(weights), suggestions };
}

function explanationWords({ understood, parts, suggestions }: SaidExplanation): string {
  return [`Looked for: ${understood}`, ...parts.map(({ text, matches }) => `${String(matches).padStart(7)}  ${text}`), ...suggestions].join('\n');
}

function hitWords({ id, title, published, site, snippets }: SearchHit, explain?: SaidExplanation): string {
  const from = [site, published?.slice(0, 10)].filter(Boolean).join(', ');
  const body = snippets.findLast(({ field }) => field === 'body');
  const weights = explain?.hits[id] ?? [];
  return [
    `${id}  ${title}${from ? `  (${from})` : ''}`,
    ...(body ? [`  ${body.text}`] : []),
    ...(weights.length > 0 ? [`  Because of ${weights.map(({ term, field, weight }) => `${term} in the ${field} (${weight.toFixed(3)})`).join(', ')}`] : []),
  ].join('\n');
}

export async function runShow(context: CommandContext, id: string, format: string): Promise<number> {
  return withLibrary(context, 'read', async (library) => {
    const parsed = ArticleId.safeParse(id);
    const found = parsed.success ? await library.readArticle(parsed.data) : undefined;
    if (!found) throw new LibraryError('not-found', `There is no article with the id "${id}".`);
    const { article, html, text } = found;
    const forms: Record<string, () => Promise<string>> = {
      text: async () => `${article.title}\n\n${text}`,
      html: async () => html,
      // Libraries that no other command needs.
      markdown: async () => (await import('../../../core/export/article-markdown.ts')).articleMarkdown(article, html),
    };
    const shown = await forms[format]?.();
    if (shown === undefined) throw new LibraryError('usage', 'The format is text, html or markdown.');
    context.printer.result({ ...article, text, html }, () => shown);
    return EXIT.done;
  });
}

export async function runStats(context: CommandContext): Promise<number> {
  return withLibrary(context, 'read', async ({ client }) => {
    const stats = unwrap(await client['library.stats']({}));
    context.printer.result(stats, () => {
      const languages = Object.entries(stats.languages).map(([tag, n]) => `${tag} ${n}`);
      return [
        `${stats.articles} articles, ${stats.words} words, ${(stats.bytes / 1_048_576).toFixed(1)} MB`,
        `Published ${stats.published.first ?? 'unknown'} to ${stats.published.last ?? 'unknown'}`,
        `Languages: ${languages.join(', ') || 'none'}`,
      ].join('\n');
    });
    return EXIT.done;
  });
}
