import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import type { Run } from '../http/answers';
import { LotteryCheck } from './lottery-check';

/** The seed of a round and its commitment; the seed is known once the round is over. */
export function RunLottery({ run }: { readonly run: Pick<Run, 'seed' | 'seedVastlegging'> }) {
  const { seed, seedVastlegging: commitment } = run;
  return (
    <Card title="De loting">
      <p>
        Zijn twee verdelingen precies even goed? Dan beslist het lot. Het begingetal van de loting lag al vast voordat
        deze ronde begon. Niemand kan het daarna nog veranderen.
      </p>
      <Facts
        stacked
        facts={[
          ['Vastlegging: de vingerafdruk van het begingetal (SHA-256)', <code key="c">{commitment}</code>],
          ['Begingetal', seed === null ? 'Bekend als de ronde klaar is' : <code key="s">{seed}</code>],
        ]}
      />
      {seed === null ? (
        <p>Bewaar de vastlegging. Als de ronde klaar is, controleert u daarmee het begingetal.</p>
      ) : (
        <LotteryCheck commitment={commitment} seed={seed} />
      )}
      <p>
        <Link className="utrecht-link" to="/rondes">
          De vastlegging van de volgende ronde
        </Link>
      </p>
    </Card>
  );
}
