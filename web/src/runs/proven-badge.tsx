import { StatusBadge } from '@utrecht/component-library-react';

export function ProvenBadge({ proven }: { readonly proven: boolean }) {
  return (
    <StatusBadge status={proven ? 'success' : 'warning'}>{proven ? 'Bewezen optimaal' : 'Niet bewezen'}</StatusBadge>
  );
}
