/** A day, month or year as news databases write it, as the query language does; `vague` where day and month might be the other way round. */
export interface TranslatedDate {
  readonly text: string;
  readonly vague: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function translateDate(written: string): TranslatedDate | undefined {
  const text = written.trim().toLowerCase();
  const compact = /^(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?$/.exec(text);
  if (compact) return certain(compact[1], compact[2], compact[3]);
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const dayFirst = first > 12;
    const date = certain(numbers[3], String(dayFirst ? second : first), String(dayFirst ? first : second));
    return date && { ...date, vague: first <= 12 && second <= 12 && first !== second };
  }
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/.exec(text);
  const month = MONTHS.indexOf(named?.[2] ?? '') + 1;
  return named && month > 0 ? certain(named[4], String(month), named[1] ?? named[3]) : undefined;
}

function certain(year: string | undefined, month: string | undefined, day: string | undefined): TranslatedDate | undefined {
  if (year === undefined || Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1) return undefined;
  return { text: [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-'), vague: false };
}
