import { Button } from '@utrecht/component-library-react';
import { useState, type ReactNode } from 'react';
import { Card } from '../display/card';

interface OnRequestProps {
  readonly title: string;
  readonly intro: string;
  /** What the button says that starts the work. */
  readonly start: string;
  readonly children: () => ReactNode;
}

/** A card whose content is worked out when somebody asks for it: it costs the server some seconds. */
export function OnRequest({ title, intro, start, children }: OnRequestProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Card title={title}>
      <div className="wp-stack">
        <p>{intro}</p>
        {isAsked ? (
          children()
        ) : (
          <div>
            <Button appearance="secondary-action-button" onClick={() => setAsked(true)}>
              {start}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
