import { Button, Textbox } from '@utrecht/component-library-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { BsnList } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { May } from '../session/may';

const PATH = '/v1/clienten/{id}/bsn';

/** The burgerservicenummers of a household: hidden until asked for, for the aanbieder of the client alone. */
export function BsnCard({ id }: { readonly id: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <May permission="client.bsn">
      <Card title="Burgerservicenummers">
        <div className="wp-stack">
          <p>Alleen uw organisatie ziet deze nummers. Wie ze bekijkt of verandert, wordt vastgelegd.</p>
          {isShown ? <BsnNumbers id={id} /> : null}
          <div>
            <Button appearance="secondary-action-button" onClick={() => setShown(!isShown)}>
              {isShown ? 'Verbergen' : 'Tonen'}
            </Button>
          </div>
        </div>
      </Card>
    </May>
  );
}

function BsnNumbers({ id }: { readonly id: string }) {
  const numbers = useApi(PATH, { path: { id } });
  return (
    <Loaded query={numbers} loading="De nummers worden geladen">
      {(data) => (
        <ul className="wp-list wp-list--plain">
          {data.leden.map((member) => (
            <li key={`${member.id} ${member.bsn ?? ''}`}>
              <BsnOfMember id={id} member={member} />
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

interface BsnOfMemberProps {
  readonly id: string;
  readonly member: BsnList['leden'][number];
}

function BsnOfMember({ id, member }: BsnOfMemberProps) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const save = useMutation<BsnList, ProblemError, string | null>({
    mutationFn: (bsn) => apiPost(PATH, { path: { id }, body: { lid: member.id, bsn } }),
    onSuccess: (answer) => queries.setQueryData([PATH, { id }, {}], answer),
  });
  if (member.bsn !== null) {
    return (
      <div className="wp-stack">
        <span>
          <strong>{member.naam}</strong>: {member.bsn}
        </span>
        {save.isError ? <ProblemNotice error={save.error} /> : null}
        <div>
          <Button
            appearance="secondary-action-button"
            aria-label={`Nummer van ${member.naam} wissen`}
            disabled={save.isPending}
            onClick={() => save.mutate(null)}
          >
            Wissen
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className="wp-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text.replaceAll(/[\s.]/g, ''));
      }}
    >
      <Field
        label={`Nummer van ${member.naam}`}
        help="Negen cijfers. Mag leeg blijven."
        error={save.isError ? 'Dit is geen goed nummer, of het is niet bewaard. Kijk de cijfers na.' : null}
      >
        {(control) => (
          <Textbox
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          appearance="secondary-action-button"
          aria-label={`Nummer van ${member.naam} bewaren`}
          disabled={save.isPending || text.trim() === ''}
        >
          Bewaren
        </Button>
      </div>
    </form>
  );
}
