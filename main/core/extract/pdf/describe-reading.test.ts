import { expect, test } from 'vitest';
import { describeReading } from './describe-reading.ts';

const read = { pages: [], count: 3, unread: [], cut: [], turned: [], letters: 0, meaningless: 0, facts: { authors: [] }, exceeded: false, rebuilt: false };

test('says how many pages there are, and nothing of what is not there', () => {
  expect(describeReading(read, [])).toEqual({ pages: 3 });
});

test('says first what is missing', () => {
  const extra = describeReading({ ...read, unread: [2], cut: [3], stoppedAt: 3, rebuilt: true, exceeded: true, turned: ['Axis'], facts: { authors: ['Jane Doe'], title: 'Document', producer: 'Press' } }, ['Harbour Review 3']);
  expect(extra).toEqual({
    pages: 3, pagesUnread: [2], pagesCut: [3], pagesReadTo: 3, pagesMayBeMissing: true, partsTooLarge: true, statedTitle: 'Document', statedAuthors: ['Jane Doe'], producer: 'Press', runningLines: ['Harbour Review 3'], turnedText: ['Axis'],
  });
  expect(Object.keys(extra).slice(0, 6)).toEqual(['pages', 'pagesUnread', 'pagesCut', 'pagesReadTo', 'pagesMayBeMissing', 'partsTooLarge']);
});
