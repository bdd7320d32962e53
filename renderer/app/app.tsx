import { QueryClientProvider } from '@tanstack/react-query';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { queryClient } from './query-client.ts';
import { applyTheme } from './theme.ts';
import { AppWindow } from './app-window.tsx';

applyTheme(document.documentElement);

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
