import { Heading2 } from '@utrecht/component-library-react';
import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  /** A table or list reaches the edges of its card. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, actions, flush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={flush ? 'wp-card wp-card--flush' : 'wp-card'} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className="wp-card__head">
          <Heading2 id={id}>{title}</Heading2>
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
