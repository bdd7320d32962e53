import { expect, it } from 'vitest';
import { isPassedOver } from './passed-over.ts';

it.each(['story.html.crdownload', 'story.pdf.part', 'Unconfirmed 1234.crdownload', 'a.partial', 'b.tmp', 'c.TEMP', '~$report.docx', '.~lock.report.odt#', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.hidden', 'notes.txt~', '.git', '$RECYCLE.BIN', 'System Volume Information', 'story.pdf.download'])(
  'passes over %s',
  (name) => {
    expect(isPassedOver(name)).toBe(true);
  },
);

it.each(['story.html', 'Part 1.txt', 'template.html', 'tmp.txt', 'apartment', 'download', 'a.part1.rar', 'lost.txt', '~ tilde.txt'])('takes %s', (name) => {
  expect(isPassedOver(name)).toBe(false);
});
