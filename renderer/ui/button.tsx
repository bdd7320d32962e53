import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ look = 'plain', icon: Icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${look} ${className}`} {...rest}>
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon;
  /** The button's name; shown as a tooltip. */
  readonly label: string;
  readonly filled?: boolean;
}

/** A button that is only a sign: its name is in a tooltip and for screen readers. */
export function IconButton({ icon: Icon, label, filled = false, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon aria-hidden size={18} strokeWidth={1.75} fill={filled ? 'currentColor' : 'none'} />
    </button>
  );
}
