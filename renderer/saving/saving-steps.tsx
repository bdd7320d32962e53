import type { SavingStep } from '../../main/contract/imports.ts';
import { savingWords } from '../app/saving-words.ts';
import { shortAddress } from './short-address.ts';

/** So many are shown: what comes and goes faster than it can be read need not be all there. */
const MOST_SHOWN = 4;

/** What is being done for which address. No live region: a screen reader finds it when asked, and is told the end. */
export function SavingSteps({ steps }: { readonly steps: readonly SavingStep[] }) {
  if (steps.length === 0) return null;
  return (
    <ul className="saving-steps" aria-label={savingWords.stepsLabel}>
      {steps.slice(0, MOST_SHOWN).map((step) => (
        <li key={step.source}>
          <span className="saving-address" title={step.source} dir="auto">
            {shortAddress(step.source)}
          </span>
          <span className="saving-stage">{stageWords(step)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is being done for an address, in words. */
export function stageWords({ stage, done, total }: SavingStep): string {
  return stage === 'parts' || stage === 'media' ? savingWords.steps[stage](done, total) : savingWords.steps[stage];
}
