import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface StateMessageProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly actions?: ReactNode;
  readonly level?: 1 | 2 | 3;
  readonly role?: 'alert' | 'status';
}

/** What a place says when it has nothing to show: because it is empty, or because something failed. */
export function StateMessage({ icon: Icon, title, children, actions, level = 2, role }: StateMessageProps) {
  const Heading = level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3';
  return (
    <div className="state-message" role={role}>
      <Icon aria-hidden size={28} strokeWidth={1.25} />
      <Heading className="state-message-title">{title}</Heading>
      {children && <div className="state-message-body">{children}</div>}
      {actions && <div className="state-message-actions">{actions}</div>}
    </div>
  );
}
