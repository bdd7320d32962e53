import { z } from 'zod';

/** What schema.org markup says about the article. Undefined: not said. */
export interface LinkedData {
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly published: string | undefined;
  readonly site: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
}

const Node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof Node>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|SocialMediaPosting|Review|Recipe|CreativeWork|WebPage)$/;
/** Types that describe the page around an article at least as often as the article: asked last. */
const LESSER_TYPE = /(?:WebPage|CreativeWork)$/;
const MOST_NODES = 2_000;
const MOST_AUTHORS = 20;

/** From the sources of all JSON-LD scripts of a page. Broken ones are passed over: many are, and the page is still good. */
export function readJsonLd(sources: readonly string[]): LinkedData | undefined {
  const nodes = sources.flatMap((source) => collectNodes(parseLoosely(source)));
  const byId = new Map<string, Node>();
  for (const node of nodes) if (typeof node['@id'] === 'string' && node.name !== undefined) byId.set(node['@id'], node);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const article = articles.find((node) => !typesOf(node).every((type) => LESSER_TYPE.test(type)) && hasTitle(node)) ?? articles.find(hasTitle) ?? articles[0];
  if (article === undefined) return undefined;
  const page = articles.filter((node) => node !== article);
  const isLesser = typesOf(article).every((type) => LESSER_TYPE.test(type));
  return {
    title: text(article.headline) ?? (isLesser ? undefined : text(article.name)),
    authors: namesOf(article.author ?? article.creator, byId),
    published: text(article.datePublished) ?? page.map((node) => text(node.datePublished)).find((date) => date !== undefined),
    site: namesOf(article.publisher, byId)[0] ?? namesOf(article.isPartOf, byId)[0],
    language: text(article.inLanguage),
    url: text(article.url) ?? text(article.mainEntityOfPage),
  };
}

function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  // Line breaks inside of strings are the most common mistake; outside of them they mean nothing.
  for (const attempt of [bare, bare.replace(/\s+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Bad JSON is no reason to refuse a page.
    }
  }
  return undefined;
}

/** Every object in the value, outer ones first: articles hide in lists, `@graph` and `mainEntity`. */
function collectNodes(value: unknown): Node[] {
  const nodes: Node[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && nodes.length < MOST_NODES; at += 1) {
    const item = queue[at];
    if (Array.isArray(item)) for (const member of item.slice(0, MOST_NODES)) queue.push(member);
    else {
      const node = Node.safeParse(item);
      if (!node.success) continue;
      nodes.push(node.data);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) queue.push(node.data[key]);
      for (const key of ['author', 'publisher']) queue.push(node.data[key]);
    }
  }
  return nodes;
}

function typesOf(node: Node): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function hasTitle(node: Node): boolean {
  return text(node.headline) !== undefined || text(node.name) !== undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return text(value[0]);
  const node = Node.safeParse(value);
  if (!node.success) return undefined;
  return text(node.data['@value'] ?? node.data['@id'] ?? node.data.name);
}

/** Persons before organisations: an outlet signs only where no one else does. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, MOST_AUTHORS) : [value];
  const named = list.flatMap((item) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [{ name: item.trim(), person: true }];
    const node = Node.safeParse(item);
    if (!node.success) return [];
    const id = node.data['@id'];
    const whole = node.data.name === undefined && typeof id === 'string' ? (byId.get(id) ?? node.data) : node.data;
    const name = text(whole.name);
    return name === undefined || name.startsWith('http') ? [] : [{ name, person: !typesOf(whole).includes('Organization') }];
  });
  const persons = named.filter(({ person }) => person);
  return (persons.length > 0 ? persons : named).map(({ name }) => name);
}
