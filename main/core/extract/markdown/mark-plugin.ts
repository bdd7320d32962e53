import type { MarkdownIt } from 'markdown-it';

const CLOSING = /(?<=[^\s=])==(?!=)/g;
/** A longer passage is not marked by hand, and looking further for each mark takes long. */
const LONGEST = 2_000;

/** `==words==` are highlighted. */
export function markPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'mark', (state, silent) => {
    const start = state.pos + 2;
    if (!state.src.startsWith('==', state.pos) || !/[^\s=]/.test(state.src[start] ?? ' ')) return false;
    const passage = state.src.slice(start, Math.min(state.posMax, start + LONGEST));
    CLOSING.lastIndex = 0;
    const length = CLOSING.exec(passage)?.index;
    if (length === undefined) return false;
    const { posMax } = state;
    if (!silent) {
      state.push('mark_open', 'mark', 1);
      state.pos = start;
      state.posMax = start + length;
      state.md.inline.tokenize(state);
      state.push('mark_close', 'mark', -1);
      state.posMax = posMax;
    }
    state.pos = start + length + 2;
    return true;
  });
}
