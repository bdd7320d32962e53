import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { rememberSection, useNavigationMemory } from './navigation-memory.ts';

export type SectionName = 'smart' | 'collections' | 'tags' | 'sites';

interface LabelSectionProps {
  readonly name: SectionName;
  /** How many names there are. Without any there is no section. */
  readonly total: number;
  readonly children: ReactNode;
}

/** A part of the navigation that can be folded away. */
export function LabelSection({ name, total, children }: LabelSectionProps) {
  const { closedSections } = useNavigationMemory();
  const open = !closedSections.includes(name);
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId} className="navigation-section">
      <button type="button" className="section-title" aria-expanded={open} onClick={() => rememberSection(name, !open)}>
        <ChevronRight aria-hidden size={14} strokeWidth={2} className="section-chevron" />
        <span id={titleId} className="section-name">
          {words.navigation.sections[name]}
        </span>
        <span className="place-count">{formatNumber(total)}</span>
      </button>
      {open && children}
    </div>
  );
}
