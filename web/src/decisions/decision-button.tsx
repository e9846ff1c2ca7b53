import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { May } from '../session/may';
import { DecisionDialog, type Named } from './decision-dialog';

interface DecisionButtonProps {
  readonly client: Named;
  readonly home: Named;
  readonly rules: readonly Named[];
}

export function DecisionButton(props: DecisionButtonProps) {
  return (
    <May permission="pair-decision.take">
      <AllowedButton {...props} />
    </May>
  );
}

function AllowedButton({ client, home, rules }: DecisionButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="subtle-button"
        aria-label={`Besluit nemen over ${client.naam} en ${home.naam}`}
        onClick={() => setOpen(true)}
      >
        Besluit nemen
      </Button>
      {open ? <DecisionDialog client={client} home={home} rules={rules} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
