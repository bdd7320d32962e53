import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Article } from '../../contract/articles.ts';

/** An article as Markdown with a YAML front matter block, in the form in which Carrel reads it back. */
export function articleMarkdown(article: Article, html: string): string {
  const facts = {
    title: article.title,
    ...(article.byline === null ? {} : { author: article.byline }),
    ...(article.published === null ? {} : { date: article.published }),
    ...(article.url === null ? {} : { source: article.url }),
    ...(article.site === null ? {} : { site: article.site }),
    ...(article.language === null ? {} : { lang: article.language }),
    ...(article.tags.length === 0 ? {} : { tags: article.tags }),
    // Kept for the user's eyes and other programs: a file does not put itself into collections when it is read back.
    ...(article.collections.length === 0 ? {} : { collections: article.collections }),
  };
  const tree = toMdast(fromHtml(html, { fragment: true }));
  const body = toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_', rule: '-' });
  return `---\n${stringify(facts)}---\n\n# ${article.title}\n\n${body}`;
}
