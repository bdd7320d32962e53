import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly nameOf: (option: Value) => string;
  readonly onChoose: (option: Value) => void;
  /** Draws a sample of each option (named by `data-sample`) before its name. */
  readonly sampleClass?: string;
}

/** One of a few: radio buttons drawn as cards. */
export function Choice<Value extends string>({ legend, value, options, nameOf, onChoose, sampleClass }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className="choice-option">
            <input type="radio" name={name} className="visually-hidden" checked={value === option} onChange={() => onChoose(option)} />
            {sampleClass && <span aria-hidden className={sampleClass} data-sample={option} />}
            <span className="choice-name">{nameOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A number between two others. */
export function Range({ label, value, min, max, step, format, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className="range">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{format(value)}</output>
      <input id={id} type="range" min={min} max={max} step={step} value={value} aria-valuetext={format(value)} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export function Toggle({ label, hint, value, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="toggle">
      <input id={id} type="checkbox" checked={value} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="faint">
        {hint}
      </p>
    </div>
  );
}
