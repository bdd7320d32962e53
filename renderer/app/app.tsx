import { QueryClientProvider } from '@tanstack/react-query';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { queryClient } from './query-client.ts';
import { applyAppearance } from '../settings/apply-appearance.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { AppWindow } from './app-window.tsx';

// Before the first picture: a window must not flash in another theme.
applyAppearance(document.documentElement, currentSettings());

/** The whole interface with what it stands on. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary resetKey="">
        <AppWindow />
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
