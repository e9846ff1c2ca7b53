import './styles/components-of-nl-design-system.css';
import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import './styles/fonts.css';
import './styles/theme.css';
import './styles/layout.css';
import './styles/components.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './http/problem-error';
import { isOpenPage } from './layout/pages';
import { router } from './router';
import { goSignIn } from './session/sign-in-address';

const FRESH_MS = 5_000;

const queries = new QueryClient({
  // Nobody is signed in, or not any more: sign in, and come back to this page.
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 401 && !isOpenPage(window.location.pathname)) goSignIn();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // The server may be on this computer: whether the computer is on the internet says nothing about it.
      networkMode: 'always',
      // A refusal will not change by asking again; no answer at all may.
      retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.status === 0,
    },
    // Never later by itself: a decision that could not be sent is not sent when nobody looks any more.
    mutations: { networkMode: 'always' },
  },
});

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element with id "root"');
createRoot(place).render(
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
