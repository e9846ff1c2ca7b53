import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Page } from '../layout/page';

export function NotFoundPage() {
  return (
    <Page title="Deze pagina bestaat niet">
      <Card>
        <p>Misschien is de link oud of staat er een typefout in het adres.</p>
        <p>
          <Link className="utrecht-link" to="/">
            Naar het overzicht
          </Link>
        </p>
      </Card>
    </Page>
  );
}
