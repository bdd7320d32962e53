import { ChevronLeft, ChevronRight } from 'lucide-react';
import { words } from '../app/words.ts';
import { IconButton } from './button.tsx';

interface PagerProps {
  readonly label: string;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Leads through a list that is shown a page at a time; nothing where one page holds it. */
export function Pager({ label, page, pageSize, total, onPage }: PagerProps) {
  if (total <= pageSize) return null;
  const from = page * pageSize;
  const to = Math.min(total, from + pageSize);
  return (
    <nav className="pager" aria-label={label}>
      <IconButton icon={ChevronLeft} label={words.import.previousPage} disabled={page === 0} onClick={() => onPage(page - 1)} />
      <span>{words.import.range(from + 1, to, total)}</span>
      <IconButton icon={ChevronRight} label={words.import.nextPage} disabled={to >= total} onClick={() => onPage(page + 1)} />
    </nav>
  );
}
