import { Button, Heading3 } from '@utrecht/component-library-react';
import { useState } from 'react';
import { NoteDialog } from '../display/note-dialog';
import { ProblemNotice } from '../display/problem-notice';
import type { Case } from '../http/answers';
import { useMay } from '../session/session';
import { useCaseStep } from './use-case-step';

type Point = NonNullable<Case['landing']>['punten'][number];

interface LandingListProps {
  readonly data: Case;
  readonly landing: NonNullable<Case['landing']>;
}

/** What is arranged before the key, and what is missing. */
export function LandingList({ data, landing }: LandingListProps) {
  const [asked, setAsked] = useState<Point | null>(null);
  const step = useCaseStep(data.voorstel);
  const may = useMay();
  const isOpen = data.status === 'landing' && may('proposal.offer');
  const wish = ({ code }: Point, stand: Point['stand']['code'], toelichting?: string) =>
    ({ kind: 'point', point: code, body: { stand, toelichting } }) as const;
  return (
    <section className="wp-stack wp-stack--tight">
      <Heading3>Zachte landing</Heading3>
      <p className="wp-small wp-quiet">
        {landing.ontbreekt.length === 0
          ? 'Alles wat nodig is voor de sleutel is geregeld.'
          : `Nog ${landing.ontbreekt.length} van de verplichte punten te regelen.`}
      </p>
      {step.isError && asked === null ? <ProblemNotice error={step.error} /> : null}
      <ul className="wp-list">
        {landing.punten.map((point) => (
          <li key={point.code}>
            {point.naam}
            {point.verplicht ? '' : ' (hoeft niet)'}: <strong>{point.stand.naam.toLowerCase()}</strong>
            {point.door ? ` (${point.door})` : ''}
            {point.toelichting ? `. ${point.toelichting}` : ''}
            {isOpen ? (
              <span className="wp-row">
                {point.stand.code === 'open' ? (
                  <>
                    <Button
                      appearance="secondary-action-button"
                      aria-label={`Klaar: ${point.naam}`}
                      disabled={step.isPending}
                      onClick={() => step.mutate(wish(point, 'klaar'))}
                    >
                      Klaar
                    </Button>
                    <Button
                      appearance="subtle-button"
                      aria-label={`Niet nodig: ${point.naam}`}
                      onClick={() => setAsked(point)}
                    >
                      Niet nodig …
                    </Button>
                  </>
                ) : (
                  <Button
                    appearance="subtle-button"
                    aria-label={`Weer openzetten: ${point.naam}`}
                    disabled={step.isPending}
                    onClick={() => step.mutate(wish(point, 'open'))}
                  >
                    Weer openzetten
                  </Button>
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asked ? (
        <NoteDialog
          title={`Niet nodig: ${asked.naam}`}
          label="Waarom is dit hier niet nodig"
          action="Vastleggen"
          isBusy={step.isPending}
          problem={step.error}
          onSend={(note) => step.mutate(wish(asked, 'niet-van-toepassing', note), { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        >
          <p>Het punt telt dan niet meer mee voor de sleutel.</p>
        </NoteDialog>
      ) : null}
    </section>
  );
}
