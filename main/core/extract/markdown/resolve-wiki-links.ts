const EMBED = /!\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{0,200}))?\]\]/g;
const WIKI_LINK = /\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{1,500}))?\]\]/g;
const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/** The words of a text with links between notes (`[[Note|label]]`); embedded pictures (`![[a.png]]`) as Markdown has them. */
export function resolveWikiLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text
    .replace(EMBED, (_, target: string, label: string | undefined) => (IMAGE_NAME.test(target.trim()) ? `![${altOf(label)}](<${target.trim()}>)` : wordsOf(target)))
    .replace(WIKI_LINK, (_, target: string, label: string | undefined) => label ?? wordsOf(target));
}

/** `Note#Heading` and `#^block`, as note-taking programs show them. */
function wordsOf(target: string): string {
  return target.replace(/#\^[\w-]+$/, '').split('#').map((part) => part.trim()).filter((part) => part !== '').join(' > ');
}

/** A number is a width. */
function altOf(label: string | undefined): string {
  return label === undefined || /^\d+(?:x\d+)?$/.test(label.trim()) ? '' : label.trim();
}
