import { Heading2 } from '@utrecht/component-library-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog of the browser itself: it holds the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closing before the element leaves the page is what makes the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="wp-dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="wp-stack">
        <Heading2 id={titleId}>{title}</Heading2>
        {children}
      </div>
    </dialog>
  );
}
