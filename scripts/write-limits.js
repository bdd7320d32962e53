// Writes docs/limits.md from the one table of limits. A unit test holds the two together.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../main/core/base/limits.ts', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/limits.md', import.meta.url));

/** The page that belongs to the table as it is now. */
export async function limitsPage() {
  const { LIMITS } = await import('../main/core/base/limits.ts');
  const comments = readComments(fs.readFileSync(SOURCE, 'utf8'));
  const rows = Object.entries(LIMITS).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString('en')} | ${comments.get(name) ?? ''} |`);
  return `# Limits

Carrel reads what strangers wrote, so everything has a limit. An item that passes one is reported with the reason and
harms nothing else. This page is written by \`node scripts/write-limits.js\` from \`main/core/base/limits.ts\`. Names say
their unit: bytes, milliseconds (\`Ms\`), megabytes (\`Mb\`), characters (\`Length\`).

| limit | value | what it is |
| --- | ---: | --- |
${rows.join('\n')}
`;
}

/** @param {string} source @returns {Map<string, string>} the comment before each name */
function readComments(source) {
  return new Map([...source.matchAll(/\/\*\* (.+?) \*\/\n {2}(\w+):/g)].map(([, comment = '', name = '']) => [name, comment]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fs.writeFileSync(PAGE, await limitsPage());
