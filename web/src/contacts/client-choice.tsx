import { useId } from 'react';
import { FaultLine } from '../display/fault-line';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';

/** Clients that fit on one page of a list; who has more hands over all of them, or one part after another. */
const MOST = 100;

interface ClientChoiceProps {
  readonly count: number;
  /** Null: all of them. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[] | null) => void;
  readonly error: string | null;
}

/** All of one's clients, or a list out of them. */
export function ClientChoice({ count, chosen, onChoose, error }: ClientChoiceProps) {
  const name = useId();
  return (
    <fieldset className="wp-fieldset wp-stack wp-stack--tight">
      <legend>Welke cliënten?</legend>
      <label className="wp-row">
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        Alle {count}
      </label>
      <label className="wp-row">
        <input type="radio" name={name} checked={chosen !== null} onChange={() => onChoose([])} />
        Een deel
      </label>
      {chosen === null ? null : <Clients chosen={chosen} onChoose={onChoose} />}
      <FaultLine words={error} />
    </fieldset>
  );
}

function Clients({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}) {
  const clients = useApi('/v1/clienten', { query: { contactpersoon: 'mij', aantal: MOST, sorteer: 'nummer' } });
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Loaded query={clients} loading="Uw cliënten worden geladen">
      {(data) => (
        <>
          <ul className="wp-list wp-list--plain">
            {data.items.map(({ id, nummer, doelgroep }) => (
              <li key={id}>
                <label className="wp-row">
                  <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                  {nummer}, {doelgroep.naam}
                </label>
              </li>
            ))}
          </ul>
          {data.totaal > data.items.length ? <p>U ziet de eerste {data.items.length} cliënten.</p> : null}
        </>
      )}
    </Loaded>
  );
}
