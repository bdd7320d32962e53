import { expect, it } from 'vitest';
import { ArticleId } from '../../contract/ids.ts';
import { REPORT_HEADER, reportToCsv } from './report-csv.ts';

it('writes what each entry says, and empty cells for the rest', () => {
  const id = ArticleId.parse('x1');
  const csv = reportToCsv([
    { number: 1, list: 'imported', source: '/in/a.zip', item: 'a, "b".txt', id, title: 'A' },
    { number: 2, list: 'imported', source: '/in/b.txt', id, title: null },
    { number: 3, list: 'duplicates', source: '/in/c.txt', id, action: 'versioned' },
    { number: 4, list: 'failed', source: '/in/d.pdf', code: 'no-text', message: 'No text.' },
    { number: 5, list: 'companions', source: '/in/e.png', of: '/in/e.html' },
  ]);
  expect(REPORT_HEADER + csv).toBe(
    [
      'list,source,item,title,id,action,code,message,of',
      'imported,/in/a.zip,"a, ""b"".txt",A,x1,,,,',
      'imported,/in/b.txt,,,x1,,,,',
      'duplicates,/in/c.txt,,,x1,versioned,,,',
      'failed,/in/d.pdf,,,,,no-text,No text.,',
      'companions,/in/e.png,,,,,,,/in/e.html',
      '',
    ].join('\r\n'),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('makes nothing of a spreadsheet of a name like %j', (name) => {
  const csv = reportToCsv([{ number: 1, list: 'companions', source: name, of: name }]);
  expect(csv).toContain(`companions,'${name},`);
});
