import { expect, it } from 'vitest';
import { sharesText } from './shares-text.ts';

const STORY = 'The ferry left the harbour an hour late on Tuesday. Nobody on the quay could say why it had waited so long, and the captain would not. '.repeat(2);

it.each([
  ['itself', STORY, true],
  ['itself in capitals', STORY.toUpperCase(), true],
  ['itself with a correction and more', `${STORY.replace('Tuesday', 'Wednesday')} The company has since apologised to all who missed their trains.`, true],
  ['its beginning', STORY.slice(0, 60), true],
  ['another story', 'Ice closes the northern port for the first time in forty years, and the pilots go home. Fishermen walked to their boats.', false],
  ['another story that shares a line with it', `Ice closes the northern port for the first time in forty years, and the pilots go home before noon. Fishermen walked to their boats, and children followed them with sledges over what had been the ferry's way. The ferry left the harbour an hour late.`, false],
  ['nothing', '', false],
  ['punctuation', '… — !', false],
])('a text shares text with %s: %#', (_name, other, wanted) => {
  expect(sharesText(STORY, other)).toBe(wanted);
  expect(sharesText(other, STORY)).toBe(wanted);
});

it('a text of two words shares text with those alone', () => {
  expect([sharesText('Lamp oil.', 'lamp oil'), sharesText('Lamp oil.', 'Lamp light.')]).toEqual([true, false]);
});
