import { expect, test } from 'vitest';
import { readHeaderFields } from '../mime/read-header-fields.ts';
import { readMessageFacts } from './read-message-facts.ts';
import type { MessageFacts } from './read-message-facts.ts';

const read = (head: string): MessageFacts => readMessageFacts(readHeaderFields(Buffer.from(head)));

test('reads what a header says', () => {
  expect(
    read('Subject: Re: =?utf-8?B?RsOkaHJl?= \n late\nFrom: "Jane Doe" <jane@doe.test>\nDate: Wed, 24 Sep 2025 10:00:00 +0200\nTo: a@b.test, Sam <c@d.test>\nMessage-ID: <1@doe.test>\nIn-Reply-To: <0@doe.test>\nList-Id: Harbour news <news.harbour.test>\nContent-Language: de-DE\nArchived-At: <https://lists.test/1>\n'),
  ).toEqual({
    subject: 'Re: Fähre late', from: 'Jane Doe <jane@doe.test>', date: { value: '2025-09-24T10:00:00+02:00', precision: 'second' }, isDateOfDelivery: false,
    language: 'de-DE', url: 'https://lists.test/1',
    extra: { to: ['a@b.test', 'Sam <c@d.test>'], messageId: '1@doe.test', inReplyTo: '0@doe.test', listId: 'Harbour news <news.harbour.test>' },
  });
});

test('knows nothing of an empty header', () => {
  expect(read('')).toEqual({ subject: undefined, from: undefined, date: undefined, isDateOfDelivery: false, language: undefined, url: undefined, extra: {} });
});

test('takes the day of delivery where the message names none', () => {
  const facts = read('Received: from b by c; Thu, 25 Sep 2025 09:00:00 +0000\nReceived: from a by b; Wed, 24 Sep 2025 23:00:00 +0000\nDate: soon\n');
  expect(facts).toMatchObject({ date: { value: '2025-09-24T23:00:00+00:00' }, isDateOfDelivery: true });
});

test('names as many senders as there is room for', () => {
  const from = read(`From: ${Array.from({ length: 100 }, (_, at) => `Sender ${at} <s${at}@doe.test>`).join(', ')}\n`).from ?? '';
  expect(from.length).toBeLessThanOrEqual(300);
  expect(from).toMatch(/^Sender 0 <s0@doe\.test>, .*>$/);
});
