import { Link, useParams } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { countOf } from '../display/format';
import { urgencyWords, weeksWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import type { UnmatchedDetail, UnmatchedHome } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { HomeReasons } from './home-reasons';
import { RuleCounts } from './rule-counts';

export function UnmatchedClientPage() {
  const { ronde, client } = useParams({ from: '/niet-gematcht/$ronde/$client' });
  const detail = useApi('/v1/matchrondes/{id}/niet-gematcht/{clientId}', { path: { id: ronde, clientId: client } });
  return (
    <Page
      title={detail.data ? `Waarom geen voorstel voor ${detail.data.nummer}?` : 'Waarom geen voorstel?'}
      crumbs={[{ label: 'Niet gematcht', to: '/niet-gematcht' }]}
    >
      <Loaded query={detail} loading="De uitleg wordt geladen">
        {(data) => <Explanation detail={data} />}
      </Loaded>
    </Page>
  );
}

function Explanation({ detail }: { readonly detail: UnmatchedDetail }) {
  return (
    <>
      <Card>
        <p className="wp-lead">{detail.oorzaakTekst}</p>
        <Facts
          facts={[
            [
              'Cliënt',
              <Link key="client" className="utrecht-link" to="/clienten/$id" params={{ id: detail.clientId }}>
                {detail.nummer}
              </Link>,
            ],
            ['Doelgroep', detail.doelgroep.naam],
            ['Herkomst', detail.herkomst?.naam ?? 'Onbekend'],
            ['Urgentie', urgencyWords(detail.urgentie)],
            ['Wachtte', `${weeksWords(detail.weken)} op de dag van de ronde`],
          ]}
        />
      </Card>
      {detail.regels.length > 0 ? (
        <Card title="Op welke regels vallen woonplekken af?">
          <RuleCounts counts={detail.regels} homes={detail.woonplekken.length} />
        </Card>
      ) : null}
      <HomesOf homes={detail.woonplekken} />
    </>
  );
}

const FEW_REASONS = 1;

/** Suitable homes first, then those that fail on the fewest rules: the nearest to a solution. */
function HomesOf({ homes }: { readonly homes: readonly UnmatchedHome[] }) {
  const [showAll, setShowAll] = useState(false);
  const nearestFirst = [...homes].sort(
    (a, b) => a.regels.length - b.regels.length || a.wooneenheid.naam.localeCompare(b.wooneenheid.naam, 'nl'),
  );
  const near = nearestFirst.filter((home) => home.voldoet || home.regels.length <= FEW_REASONS);
  const shown = showAll || near.length === 0 ? nearestFirst : near;
  return (
    <Card title="Per woonplek" flush>
      <div className="wp-card__body">
        <p>
          {showAll || near.length === 0
            ? `Alle ${countOf(homes.length, 'woonplek', 'woonplekken')} van deze ronde, de dichtstbijzijnde oplossing eerst.`
            : `${countOf(near.length, 'woonplek', 'woonplekken')} van de ${homes.length} met hoogstens één regel die niet klopt.`}
        </p>
        {near.length > 0 && near.length < homes.length ? (
          <button type="button" className="utrecht-link wp-link-button" onClick={() => setShowAll((all) => !all)}>
            {showAll ? 'Toon alleen de dichtstbijzijnde' : `Toon alle ${homes.length} woonplekken`}
          </button>
        ) : null}
      </div>
      <ul className="wp-homes">
        {shown.map((home) => (
          <li key={home.wooneenheid.id} className="wp-homes__item">
            <div className="wp-row">
              <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: home.wooneenheid.id }}>
                <strong>{home.wooneenheid.naam}</strong>
              </Link>
              <span>{home.gemeente.naam}</span>
              {home.voldoet ? <StatusBadge status="success">Past volgens de regels</StatusBadge> : null}
              <span className="wp-quiet wp-small">
                {home.vrijePlaatsen === 0
                  ? 'In deze ronde geen plaats over'
                  : `In deze ronde nog ${countOf(home.vrijePlaatsen, 'plaats', 'plaatsen')} over`}
              </span>
            </div>
            <HomeReasons home={home} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
