import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a step to another page the focus goes to its heading, so that keyboard and screen reader start there. */
export function useHeadingFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
