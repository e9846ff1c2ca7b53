import { Link } from '@tanstack/react-router';
import { Alert, Button } from '@utrecht/component-library-react';
import { useEffect, useRef, useState } from 'react';
import { DecisionButton } from '../decisions/decision-button';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { Status } from '../display/status';
import type { Proposal } from '../http/answers';
import { useApi } from '../http/use-api';
import { useRegion } from '../layout/region';
import { useMay } from '../session/session';
import { CaseSteps } from './steps/case-steps';
import { RejectDialog } from './reject-dialog';
import { useReview } from './use-review';

interface DecisionProps {
  readonly proposal: Proposal;
  readonly onRefresh: () => void;
}

/** The steps that a person can take now: approve, reject, or undo what was decided. */
export function Decision({ proposal, onRefresh }: DecisionProps) {
  const review = useReview(proposal.id);
  const [isRejecting, setIsRejecting] = useState(false);
  const { versie } = proposal;
  // Somebody else was first: what stands here is old, and deciding on it would be refused again.
  const isOutdated = review.error?.status === 409;
  const mayReview = useMay()('proposal.review');
  const actions = isOutdated || !mayReview ? [] : proposal.toegestaneActies;

  return (
    <Card title={mayReview ? 'Uw besluit' : 'Het besluit'}>
      <Facts
        facts={[
          ['Status', <Status key="status" code={proposal.status} />],
          ['Geplande start', formatDate(proposal.geplandeStart)],
        ]}
        stacked
      />
      {review.isError ? (
        <ProblemNotice
          error={review.error}
          retryLabel="Ververs dit voorstel"
          onRetry={() => {
            review.reset();
            onRefresh();
          }}
        />
      ) : null}
      {review.isSuccess ? <Outcome key={proposal.status} status={proposal.status} /> : null}
      <div className="wp-decision">
        {actions.includes('goedkeuren') ? (
          <Button
            appearance="primary-action-button"
            disabled={review.isPending}
            onClick={() => review.mutate({ kind: 'review', body: { besluit: 'akkoord', versie } })}
          >
            Goedkeuren
          </Button>
        ) : null}
        {actions.includes('afwijzen') ? (
          <Button
            appearance="secondary-action-button"
            disabled={review.isPending}
            onClick={() => {
              review.reset();
              setIsRejecting(true);
            }}
          >
            Afwijzen …
          </Button>
        ) : null}
        {actions.includes('herroepen') ? (
          <Button
            appearance="secondary-action-button"
            disabled={review.isPending}
            onClick={() => review.mutate({ kind: 'revoke', body: { versie } })}
          >
            Ongedaan maken
          </Button>
        ) : null}
      </div>
      {actions.includes('goedkeuren') ? (
        <p className="wp-small wp-quiet">
          Keurt u goed, dan houdt Woonplek deze plaats vast. U kunt dit ongedaan maken tot de corporatie bevestigt.
        </p>
      ) : null}
      {actions.some(isReview) || isOutdated ? null : (
        <p className="wp-small wp-quiet">
          {mayReview ? 'Dit voorstel kunt u niet meer beoordelen.' : 'Voorstellen beoordelen doet de wooncoördinator.'}
        </p>
      )}
      {actions.includes('goedkeuren') ? (
        <DecisionButton
          client={{ id: proposal.client.id, naam: proposal.client.nummer }}
          home={proposal.wooneenheid}
          rules={[]}
        />
      ) : null}
      {isOutdated ? null : <CaseSteps proposal={proposal} />}
      <NextProposal currentId={proposal.id} />
      {isRejecting ? (
        <RejectDialog
          reference={proposal.client.nummer}
          home={proposal.wooneenheid.naam}
          busy={review.isPending}
          onCancel={() => setIsRejecting(false)}
          onReject={(redenCode, toelichting) => {
            setIsRejecting(false);
            review.mutate({ kind: 'review', body: { besluit: 'afgewezen', redenCode, toelichting, versie } });
          }}
        />
      ) : null}
    </Card>
  );
}

/** Whether a step is about the review itself. */
function isReview(action: Proposal['toegestaneActies'][number]): boolean {
  return action === 'goedkeuren' || action === 'afwijzen' || action === 'herroepen';
}

function Outcome({ status }: { readonly status: Proposal['status'] }) {
  const sentences: Partial<Record<Proposal['status'], string>> = {
    goedgekeurd: 'U hebt dit voorstel goedgekeurd.',
    afgewezen: 'U hebt dit voorstel afgewezen.',
    voorgesteld: 'Uw besluit is ongedaan gemaakt.',
  };
  const sentence = sentences[status];
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone, so the focus goes to what it did.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return sentence ? (
    <div ref={place} tabIndex={-1}>
      <Alert type={status === 'voorgesteld' ? 'info' : 'ok'} role="status">
        <p>{sentence}</p>
      </Alert>
    </div>
  ) : null;
}

/** The way on: another proposal that waits for a review. */
function NextProposal({ currentId }: { readonly currentId: string }) {
  const region = useRegion();
  const open = useApi('/v1/voorstellen', { query: { regio: region.id, status: 'voorgesteld', aantal: 2 } });
  const next = open.data?.items.find((item) => item.id !== currentId);
  if (!next) return null;
  return (
    <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: next.id }}>
      Volgend voorstel: {next.client.nummer}
    </Link>
  );
}
