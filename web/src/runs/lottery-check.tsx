import { Mark } from '../display/mark';
import { sha256 } from '../proof/sha256';

interface LotteryCheckProps {
  readonly commitment: string;
  readonly seed: string;
}

/** Works out in the browser whether a seed is the one that was committed to, and says how to do so without this page. */
export function LotteryCheck({ commitment, seed }: LotteryCheckProps) {
  const isSame = sha256(seed) === commitment;
  return (
    <>
      <p className="wp-row">
        {isSame ? <Mark kind="good" label="Klopt" /> : <Mark kind="bad" label="Klopt niet" />}
        <span>
          {isSame
            ? 'Uw browser heeft dit nagerekend: het begingetal hoort bij de vastlegging.'
            : 'Uw browser heeft dit nagerekend: het begingetal hoort niet bij de vastlegging. Meld dit bij uw beheerder.'}
        </span>
      </p>
      <p>U kunt dit ook zelf doen, op een computer met Woonplek. Typ deze opdracht:</p>
      <pre className="wp-command">
        <code>
          npx woonplek check-lottery {commitment} {seed}
        </code>
      </pre>
      <p>
        De opdracht zegt of het begingetal bij de vastlegging hoort. Gebruik voor een eerlijke controle de vastlegging
        die u vóór de ronde hebt bewaard.
      </p>
    </>
  );
}
