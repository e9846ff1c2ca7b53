import { Alert } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { countOf } from '../display/format';
import { Loaded } from '../display/loaded';
import type { OwnerStanding } from '../http/answers';
import { useApi } from '../http/use-api';
import { LedgerLines } from '../monitor/ledger-lines';

/** Above the queue: where the agreements and passend toewijzen of the reader's own organisation stand. */
export function OwnerStandingCards() {
  const standing = useApi('/v1/toewijzingsstand', {});
  return (
    <Loaded query={standing} loading="De stand wordt geladen">
      {({ afspraken, passendToewijzen }) => (
        <>
          {afspraken.length > 0 ? (
            <Card title="Uw prestatieafspraken" flush>
              <LedgerLines lines={afspraken} />
            </Card>
          ) : null}
          {passendToewijzen.some(counts) ? (
            <Card title="Passend toewijzen">
              {passendToewijzen.filter(counts).map((year) => (
                <PassendYear key={year.jaar} year={year} />
              ))}
              <p className="wp-small wp-quiet">
                Geteld zijn toewijzingen via Woonplek met een inkomen onder de grens. Wat u daarbuiten verhuurt, telt
                hier niet mee.
              </p>
            </Card>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

type Year = OwnerStanding['passendToewijzen'][number];

function counts({ passend, nietPassend, onbekend }: Year): boolean {
  return passend + nietPassend + onbekend > 0;
}

function PassendYear({
  year: { jaar, passend, nietPassend, onbekend, percentage, norm, onderDeNorm },
}: {
  year: Year;
}) {
  const unknown =
    onbekend === 0 ? '' : ` Van ${countOf(onbekend, 'toewijzing', 'toewijzingen')} ontbreekt een gegeven.`;
  if (percentage === null) {
    return (
      <p>
        In {jaar} telt nog geen toewijzing mee.{unknown}
      </p>
    );
  }
  const sentence = `In ${jaar} zijn ${passend} van de ${passend + nietPassend} toewijzingen passend: ${percentage} %. De norm is ${norm} %.${unknown}`;
  return onderDeNorm ? (
    <Alert type="warning">
      <p>{sentence}</p>
    </Alert>
  ) : (
    <p>{sentence}</p>
  );
}
