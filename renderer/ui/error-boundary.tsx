import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { words } from '../app/words.ts';
import { Button } from './button.tsx';
import { StateMessage } from './state-message.tsx';

interface ErrorBoundaryProps {
  /** When this changes, the part is tried again: another article may well be shown where one could not. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
  readonly resetKey: string;
}

/** Keeps a fault in one part of the window from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error): void {
    reportError(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <StateMessage
        icon={CircleAlert}
        title={words.broken.title}
        role="alert"
        actions={
          <Button look="primary" onClick={() => this.setState({ failed: false })}>
            {words.broken.again}
          </Button>
        }
      >
        <p>{words.broken.hint}</p>
      </StateMessage>
    );
  }
}
