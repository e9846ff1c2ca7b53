import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { urgencyWords, weeksWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { useRegion } from '../layout/region';

const SHOWN = 6;

/** The first proposals that wait for a decision. */
export function ReviewQueue() {
  const region = useRegion();
  const open = useApi('/v1/voorstellen', { query: { regio: region.id, status: 'voorgesteld', aantal: SHOWN } });
  return (
    <Card title="Te beoordelen">
      <Loaded query={open} loading="De voorstellen worden geladen">
        {(data) =>
          data.items.length === 0 ? (
            <p>Alles is beoordeeld.</p>
          ) : (
            <>
              <ul className="wp-queue">
                {data.items.map((proposal) => (
                  <li key={proposal.id}>
                    <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: proposal.id }}>
                      {proposal.client.nummer} naar {proposal.wooneenheid.naam}
                    </Link>
                    <span className="wp-small wp-quiet">
                      {proposal.gemeente.naam}. {urgencyWords(proposal.urgentie)}. Wacht {weeksWords(proposal.weken)}.
                    </span>
                  </li>
                ))}
              </ul>
              <Link className="utrecht-link" to="/voorstellen" search={{ status: 'voorgesteld' } as never}>
                Alle {data.totaal} voorstellen om te beoordelen
              </Link>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
