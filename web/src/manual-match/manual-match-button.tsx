import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import type { Named } from '../decisions/decision-dialog';
import { May } from '../session/may';
import { ManualMatchDialog } from './manual-match-dialog';

interface ManualMatchButtonProps {
  readonly label: string;
  readonly home: Named;
  readonly client: Named | null;
}

/** For who may propose by hand. */
export function ManualMatchButton({ label, home, client }: ManualMatchButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <May permission="proposal.match-by-hand">
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen ? <ManualMatchDialog home={home} client={client} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}
