import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { KeyDialog } from '../cases/key-dialog';
import type { Allocation } from '../http/answers';
import { ConfirmDialog } from './confirm-dialog';
import { OwnerReasonDialog } from './owner-reason-dialog';

type Action = Allocation['toegestaneActies'][number];

const LABELS: Readonly<Record<Action, string>> = {
  bevestigen: 'Bevestigen …',
  terugsturen: 'Terugsturen …',
  huisvesten: 'Sleutel vastleggen …',
  intrekken: 'Intrekken …',
};

/** What the owner of the home can do with one allocation now. */
export function AllocationActions({ allocation }: { readonly allocation: Allocation }) {
  const [open, setOpen] = useState<Action | null>(null);
  const close = () => setOpen(null);
  // Sending back ends in the same place for an allocation that is not confirmed yet, and says more to the coordinator.
  const actions = allocation.toegestaneActies.filter(
    (action) => action !== 'intrekken' || !allocation.toegestaneActies.includes('terugsturen'),
  );
  if (actions.length === 0) return '–';
  return (
    <span className="wp-row-actions">
      {actions.map((action) => (
        <Button
          key={action}
          appearance="subtle-button"
          aria-label={`${allocation.wooneenheid.naam}: ${LABELS[action]}`}
          onClick={() => setOpen(action)}
        >
          {LABELS[action]}
        </Button>
      ))}
      {open === 'bevestigen' ? <ConfirmDialog allocation={allocation} onClose={close} /> : null}
      {open === 'huisvesten' ? <KeyDialog id={allocation.id} version={allocation.versie} onClose={close} /> : null}
      {open === 'terugsturen' || open === 'intrekken' ? (
        <OwnerReasonDialog allocation={allocation} action={open} onClose={close} />
      ) : null}
    </span>
  );
}
