import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Page } from '../layout/page';
import { useSession } from './session';

/** In place of a page that the reader's role may not see. */
export function NotForRolePage({ title }: { readonly title: string }) {
  const session = useSession();
  return (
    <Page title={title}>
      <Card title="Deze pagina is niet voor uw rol">
        <p>
          U werkt nu als {session?.rol.rolnaam}, {session?.rol.organisatie.naam}. In die rol ziet u deze gegevens niet.
          {session !== null && session.rollen.length > 1 ? ' Misschien wel in een andere rol: kies die bovenaan.' : ''}
        </p>
        <p>
          <Link className="utrecht-link" to="/">
            Naar het overzicht
          </Link>
        </p>
      </Card>
    </Page>
  );
}
