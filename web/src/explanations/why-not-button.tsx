import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { WhyNotDialog } from './why-not-dialog';

interface WhyNotButtonProps {
  readonly runId: string;
  readonly client: { readonly id: string; readonly naam: string };
  readonly home: { readonly id: string; readonly naam: string };
}

/** Opens the explanation for one client with one home. */
export function WhyNotButton({ runId, client, home }: WhyNotButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="subtle-button"
        aria-label={`Waarom niet? ${client.naam} in ${home.naam}`}
        onClick={() => setOpen(true)}
      >
        Waarom niet?
      </Button>
      {isOpen ? <WhyNotDialog runId={runId} client={client} home={home} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
