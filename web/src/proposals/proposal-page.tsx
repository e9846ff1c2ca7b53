import { Link, useParams } from '@tanstack/react-router';
import { CaseCard } from '../cases/case-card';
import { Card } from '../display/card';
import { countOf, withDutchDates } from '../display/format';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import { Verdicts } from '../display/verdicts';
import { ClientOptions } from '../explanations/client-options';
import { HomeCandidates } from '../explanations/home-candidates';
import type { Proposal } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { LedgerFacts } from '../monitor/ledger-facts';
import { May } from '../session/may';
import { TimelineCard } from '../timeline/timeline-card';
import { CaseCourseCard } from '../work/case-course-card';
import { ClientProfile } from './client-profile';
import { Decision } from './decision';
import { HomeProfile } from './home-profile';
import { Levels } from './levels';
import { CaseNotices } from './steps/case-notices';

export function ProposalPage() {
  const { id } = useParams({ from: '/voorstellen/$id' });
  const proposal = useApi('/v1/voorstellen/{id}', { path: { id } });
  const title = proposal.data
    ? `Voorstel: ${proposal.data.client.nummer} naar ${proposal.data.wooneenheid.naam}`
    : 'Voorstel';
  return (
    <Page title={title} crumbs={[{ label: 'Voorstellen', to: '/voorstellen' }]}>
      <Loaded query={proposal} loading="Het voorstel wordt geladen">
        {(data) => <ProposalContent proposal={data} onRefresh={() => void proposal.refetch()} />}
      </Loaded>
    </Page>
  );
}

function ProposalContent({ proposal, onRefresh }: { readonly proposal: Proposal; readonly onRefresh: () => void }) {
  const unmet = proposal.redenen.filter((reason) => reason.uitkomst !== 'voldoet');
  return (
    <div className="wp-columns wp-columns--main-side">
      <div className="wp-columns__side">
        <p className="wp-jump">
          <Status code={proposal.status} />
          <a className="utrecht-link" href="#besluit">
            Naar uw besluit
          </a>
        </p>
        <CaseNotices proposal={proposal} />
        <div className="wp-columns">
          <Card title="De cliënt">
            <ClientProfile proposal={proposal} />
          </Card>
          <Card title="De woonplek">
            <HomeProfile proposal={proposal} />
          </Card>
        </div>
        <Card title="Waarom deze cliënt hier?">
          <p>{withDutchDates(proposal.beslistTekst)}</p>
          {proposal.metDeHand === null ? null : (
            <p className="wp-break">
              Reden van {proposal.metDeHand.door}: “{proposal.metDeHand.reden}”
              {proposal.metDeHand.doorUzelf ? ' U maakte dit voorstel zelf. Een ander keurt het goed.' : ''}
            </p>
          )}
          <Levels levels={proposal.niveaus} decidedAt={proposal.beslistOpNiveau} />
        </Card>
        <Card title={unmet.length === 0 ? 'Alle regels kloppen' : 'De regels'}>
          <Verdicts verdicts={proposal.redenen} />
        </Card>
        <Card title="Andere mogelijkheden">
          <Alternatives proposal={proposal} />
        </Card>
        <May permission="run.read">
          <ClientOptions
            runId={proposal.matchronde.id}
            client={{ id: proposal.client.id, naam: proposal.client.nummer }}
          />
          <HomeCandidates runId={proposal.matchronde.id} home={proposal.wooneenheid} />
        </May>
      </div>
      <div id="besluit" tabIndex={-1} className="wp-columns__side wp-columns__side--sticky">
        <Decision proposal={proposal} onRefresh={onRefresh} />
        <CaseCard proposal={proposal} />
        {proposal.afspraken.length > 0 ? (
          <Card title="Telt voor">
            <LedgerFacts lines={proposal.afspraken} />
          </Card>
        ) : null}
        <CaseCourseCard id={proposal.id} openHome={proposal.status === 'voorgesteld' ? proposal.wooneenheid : null} />
        <TimelineCard subject="voorstel" id={proposal.id} />
      </div>
    </div>
  );
}

function Alternatives({ proposal }: { readonly proposal: Proposal }) {
  const { andereKandidaten, wooneenheid, client } = proposal;
  const alternatieven = [...proposal.alternatieven].sort(
    (a, b) =>
      Number(a.bezetInPlan) - Number(b.bezetInPlan) || a.wooneenheid.naam.localeCompare(b.wooneenheid.naam, 'nl'),
  );
  return (
    <div className="wp-stack wp-stack--tight">
      {alternatieven.length === 0 ? (
        <p>Voor {client.nummer} voldoet geen andere woonplek aan alle regels.</p>
      ) : (
        <>
          <p>
            {client.nummer} kan volgens de regels ook in{' '}
            {countOf(alternatieven.length, 'andere woonplek', 'andere woonplekken')} wonen:
          </p>
          <ul className="wp-list wp-list--columns">
            {alternatieven.map((alternative) => (
              <li key={alternative.wooneenheid.id}>
                <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: alternative.wooneenheid.id }}>
                  {alternative.wooneenheid.naam}
                </Link>
                {alternative.bezetInPlan ? ' (in deze ronde voor een ander)' : ' (nog vrij)'}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {andereKandidaten === 0
          ? `Geen enkele andere cliënt voldoet aan alle regels voor ${wooneenheid.naam}.`
          : `${countOf(andereKandidaten, 'andere cliënt voldoet', 'andere cliënten voldoen')} ook aan alle regels voor ${wooneenheid.naam}.`}
      </p>
    </div>
  );
}
