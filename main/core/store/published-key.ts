/**
 * A published date as a text that sorts by time: times with a zone are brought to UTC. Less precise dates sort before
 * the more precise ones that they hold (`1987` before `1987-02`).
 */
export function publishedKey(published: string | null): string | null {
  if (published === null || !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(published)) return published;
  const time = Date.parse(published);
  return Number.isNaN(time) ? published : new Date(time).toISOString();
}
