import { expect, test } from 'vitest';
import { factsOf } from './read-pdf-facts.ts';

test('reads what the Info dictionary states', () => {
  expect(factsOf({ Title: ' A\u0000 title ', Author: 'Jane Doe', CreationDate: "D:20090428100656+01'00'", ModDate: 'D:2010', Language: 'en_us', Producer: 'X', Custom: { a: 1 } }, [])).toMatchObject({
    title: 'A title',
    authors: ['Jane Doe'],
    created: { value: '2009-04-28T10:06:56+01:00', precision: 'second' },
    modified: { value: '2010', precision: 'year' },
    language: 'en-US',
    producer: 'X',
  });
});

test('lets XMP go before it, with all authors and what publishers state', () => {
  const xmp = [['dc:title', 'Whole title'], ['dc:creator', ['Jane Doe', 'John Roe']], ['prism:publicationdate', '2020-05'], ['prism:publicationname', 'Harbour Review'], ['prism:doi', '10.1/a']] as const;
  expect(factsOf({ Title: 'Cut tit', Author: 'Jane Doe' }, xmp)).toMatchObject({
    title: 'Whole title', authors: ['Jane Doe', 'John Roe'], published: { value: '2020-05', precision: 'month' }, site: 'Harbour Review', doi: '10.1/a',
  });
});

test('makes nothing of what is no date, no language and no text', () => {
  expect(factsOf({ Title: '', Author: 7, CreationDate: 'D:20091399', Language: 'und' }, [['dc:creator', []]])).toEqual({ ...factsOf({}, []) });
  expect(factsOf({}, [])).toMatchObject({ authors: [], title: undefined, created: undefined, language: undefined });
});
