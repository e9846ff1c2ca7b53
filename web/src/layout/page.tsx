import { Heading1 } from '@utrecht/component-library-react';
import { useEffect, type ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

interface PageProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its title in document and heading, and the way back. The shell puts the focus on the heading. */
export function Page({ title, crumbs = [], intro, actions, children }: PageProps) {
  useEffect(() => {
    document.title = title === 'Woonplek' ? title : `${title} - Woonplek`;
  }, [title]);

  return (
    <div className="wp-page">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} current={title} /> : null}
      <div className="wp-page__head">
        <div>
          <Heading1 tabIndex={-1}>{title}</Heading1>
          {intro ? <p className="wp-page__intro">{intro}</p> : null}
        </div>
        {actions ? <div className="wp-row">{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}
