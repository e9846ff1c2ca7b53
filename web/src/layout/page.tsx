import { Heading1 } from '@utrecht/component-library-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

interface PageProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let lastPath: string | null = null;

/** One page: its title in document and heading, the way back, and focus on the heading after a step to another page. */
export function Page({ title, crumbs = [], intro, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useLocation({ select: (location) => location.pathname });

  useEffect(() => {
    document.title = title === 'Woonplek' ? title : `${title} - Woonplek`;
  }, [title]);

  useEffect(() => {
    if (lastPath !== null && lastPath !== path) heading.current?.focus();
    lastPath = path;
  }, [path]);

  return (
    <div className="wp-page">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} current={title} /> : null}
      <div className="wp-page__head">
        <div>
          <Heading1 ref={heading} tabIndex={-1}>
            {title}
          </Heading1>
          {intro ? <p className="wp-page__intro">{intro}</p> : null}
        </div>
        {actions ? <div className="wp-row">{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}
