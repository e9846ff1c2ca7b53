import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Whether an element is wider inside than outside: then it must be reachable and scrollable with the keyboard. */
export function useOverflow<E extends HTMLElement>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const measure = () => setOverflows(target.scrollWidth > target.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    measure();
    return () => observer.disconnect();
  }, []);
  return [element, overflows];
}
