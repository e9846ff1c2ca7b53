import { Link } from '@tanstack/react-router';
import { wordsOf } from '../display/labels';
import type { Policy } from '../http/answers';
import { useApi } from '../http/use-api';
import { useMay } from '../session/session';

type Scope = Policy['regels'][number]['bereik'];

/** For which homes an entry of the policy holds, with a link to the complex or home. */
export function PolicyScope({ scope }: { readonly scope: Scope }) {
  if (scope === null) return <>Alle woonplekken van de regio</>;
  switch (scope.soort) {
    case 'programma':
      return <>Woonplekken van het programma {wordsOf(scope.id)}</>;
    case 'complex':
      return <ComplexScope id={scope.id} />;
    case 'woonplek':
      return <HomeScope id={scope.id} />;
  }
}

function ComplexScope({ id }: { readonly id: string }) {
  const may = useMay();
  const complex = useApi('/v1/complexen/{id}', { path: { id }, enabled: may('unit.read') });
  return (
    <>
      Het complex{' '}
      <Link className="utrecht-link" to="/complexen/$id" params={{ id }}>
        {complex.data?.naam ?? id}
      </Link>
    </>
  );
}

function HomeScope({ id }: { readonly id: string }) {
  const may = useMay();
  const home = useApi('/v1/wooneenheden/{id}', { path: { id }, enabled: may('unit.read') });
  return (
    <>
      De woonplek{' '}
      <Link className="utrecht-link" to="/woonplekken/$id" params={{ id }}>
        {home.data?.naam ?? id}
      </Link>
    </>
  );
}
