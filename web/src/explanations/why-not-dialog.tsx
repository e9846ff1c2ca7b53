import { Button, Heading3 } from '@utrecht/component-library-react';
import { Dialog } from '../display/dialog';
import { upperFirst, withDutchDates } from '../display/format';
import { Loaded } from '../display/loaded';
import { Verdicts } from '../display/verdicts';
import type { WhyNot } from '../http/answers';
import { LevelChanges } from './level-changes';
import { useBoundThenExact } from './use-bound-then-exact';

interface Named {
  readonly id: string;
  readonly naam: string;
}

interface WhyNotDialogProps {
  readonly runId: string;
  readonly client: Named;
  readonly home: Named;
  readonly onClose: () => void;
}

/** Why a client does not get one home: what is certain at once, and then exactly. */
export function WhyNotDialog({ runId, client, home, onClose }: WhyNotDialogProps) {
  const { query, isWorking } = useBoundThenExact('/v1/matchrondes/{id}/waarom-niet', {
    path: { id: runId },
    query: { client: client.id, wooneenheid: home.id },
  });
  return (
    <Dialog title={`Waarom krijgt ${client.naam} niet ${home.naam}?`} onClose={onClose}>
      <Loaded query={query} loading="De uitleg wordt geladen">
        {(answer) => <WhyNotAnswer answer={answer} isWorking={isWorking} />}
      </Loaded>
      <div className="wp-row wp-row--end">
        <Button appearance="secondary-action-button" onClick={onClose}>
          Sluiten
        </Button>
      </div>
    </Dialog>
  );
}

function WhyNotAnswer({ answer, isWorking }: { readonly answer: WhyNot; readonly isWorking: boolean }) {
  return (
    <div className="wp-stack">
      <p className="wp-lead">{answer.tekst}</p>
      {answer.vastgesteld === 'ondergrens' ? (
        <p role="status">
          {isWorking
            ? 'Het precieze antwoord wordt uitgerekend …'
            : 'Er was niet genoeg tijd voor het precieze antwoord.'}
        </p>
      ) : null}
      {answer.geblokkeerd === null ? null : <p>Een mens heeft dit paar uitgesloten: {answer.geblokkeerd}</p>}
      {answer.regels.length > 0 ? <Verdicts verdicts={answer.regels} /> : null}
      <Changes answer={answer} />
      {answer.volleAfspraken.length > 0 ? (
        <ul className="wp-list">
          {answer.volleAfspraken.map((row) => (
            <li key={`${row.regel} ${row.onderwerp}`}>{row.tekst}</li>
          ))}
        </ul>
      ) : null}
      {answer.niveaus.length > 0 ? <LevelChanges levels={answer.niveaus} /> : null}
      <Moves answer={answer} />
      {answer.uitkomst === 'kost-iets' ? (
        <>
          <Heading3>Zo kunt u het de cliënt uitleggen</Heading3>
          <p>{answer.tekstVoorClient}</p>
        </>
      ) : null}
    </div>
  );
}

function Changes({ answer }: { readonly answer: WhyNot }) {
  if (answer.veranderingen.length === 0) return null;
  return (
    <>
      <Heading3>Wat zou er moeten veranderen?</Heading3>
      <ul className="wp-list">
        {answer.veranderingen.map(({ regel, eigenaar, tekst }) => (
          <li key={regel}>
            {eigenaar.code === 'niemand' ? null : <strong>{upperFirst(eigenaar.naam)}: </strong>}
            {tekst}
          </li>
        ))}
      </ul>
    </>
  );
}

function Moves({ answer }: { readonly answer: WhyNot }) {
  if (answer.verhuizingen.length === 0) return null;
  return (
    <>
      <Heading3>Wie dan een andere woonplek krijgt</Heading3>
      <ul className="wp-list">
        {answer.verhuizingen.map(({ client, van, naar }) => (
          <li key={client.id}>
            {withDutchDates(
              `${client.nummer}: van ${van?.naam ?? 'geen woonplek'} naar ${naar?.naam ?? 'geen woonplek'}`,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
