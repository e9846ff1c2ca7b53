import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatMoment, upperFirst, withDutchDates } from '../display/format';
import type { ClientExport } from '../http/answers';

type Explained = ClientExport['voorstellen'][number];

/** Why each proposal was made and what was decided about it, for the client to read. */
export function ExplainedProposals({ proposals }: { readonly proposals: readonly Explained[] }) {
  if (proposals.length === 0) {
    return (
      <Card title="Voorstellen, uitgelegd">
        <p>Er is nog geen voorstel gemaakt.</p>
      </Card>
    );
  }
  return proposals.map((proposal) => <ExplainedProposal key={proposal.id} proposal={proposal} />);
}

function ExplainedProposal({ proposal }: { readonly proposal: Explained }) {
  return (
    <Card title={`Voorstel van ${formatMoment(proposal.gemaaktOp)}: ${proposal.woonplek}`}>
      <div className="wp-stack">
        <p>
          <strong>Status: {proposal.status}</strong>
        </p>
        <ul className="wp-list">
          {proposal.uitleg.map((sentence) => (
            <li key={sentence}>{withDutchDates(sentence)}</li>
          ))}
        </ul>
        {proposal.regels.length > 0 ? (
          <Facts
            stacked
            facts={proposal.regels.map(({ titel, uitkomst, tekst }) => [
              `${titel}: ${uitkomst}`,
              withDutchDates(tekst),
            ])}
          />
        ) : null}
        {proposal.doelen.length > 0 ? (
          <>
            <p>Wat dit voorstel toevoegt, het belangrijkste doel eerst:</p>
            <Facts stacked facts={proposal.doelen.map(({ titel, tekst }) => [titel, withDutchDates(tekst)])} />
          </>
        ) : null}
        <p>
          <strong>{proposal.besluiten.length === 0 ? 'Nog niemand heeft hierover besloten.' : 'Besluiten'}</strong>
        </p>
        <ul className="wp-list">
          {proposal.besluiten.map(({ op, wat, rol, reden, toelichting }) => (
            <li key={`${op} ${wat}`}>
              {formatMoment(op)}: {wat}, door {rol}.{reden ? ` Reden: ${reden}.` : ''}
              {toelichting ? ` ${upperFirst(toelichting)}` : ''}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
