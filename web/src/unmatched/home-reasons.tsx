import { withDutchDates } from '../display/format';
import { Verdicts } from '../display/verdicts';
import type { UnmatchedHome } from '../http/answers';

/** Every rule that stands between a client and one home, and every agreement that is full. */
export function HomeReasons({ home }: { readonly home: UnmatchedHome }) {
  return (
    <>
      {home.geblokkeerd === null ? null : <p>Een medewerker sloot dit uit: {home.geblokkeerd}</p>}
      {home.regels.length > 0 ? <Verdicts verdicts={home.regels} /> : <p>{withDutchDates(home.tekst)}</p>}
      {home.geblokkeerdDoor.length > 0 ? (
        <ul className="wp-list">
          {home.geblokkeerdDoor.map((block) => (
            <li key={`${block.regel} ${block.onderwerp}`}>
              <strong>{block.titel}:</strong> {withDutchDates(block.tekst)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
