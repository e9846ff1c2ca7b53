import { Button, Select } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { apiPut, type BodyOf } from '../http/api-client';
import type { MailPreference } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { RHYTHM_WORDS } from './notification-words';

const PATH = '/v1/meldingsvoorkeuren';
type Rhythm = MailPreference['ritme'];

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether and when the reader is mailed in this role. */
export function PreferenceCard() {
  const preference = useApi(PATH);
  return (
    <Card title="Meldingen per mail">
      <Loaded query={preference} loading="Uw keuze wordt geladen">
        {(data) => (
          <>
            <p>{whereTo(data)}</p>
            <PreferenceForm preference={data} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function whereTo({ mail, adres }: MailPreference): string {
  if (mail === 'geen-mailserver') {
    return 'Er gaat nu geen mail uit: de beheerder van deze Woonplek heeft geen mailserver ingesteld. U ziet meldingen alleen hier.';
  }
  if (mail === 'geen-adres') {
    return 'Wij kennen geen mailadres van u dat uw aanmelddienst heeft bevestigd. U ziet meldingen alleen hier.';
  }
  return `Mail gaat naar ${adres ?? ''}. In een mail staan nooit gegevens van cliënten of woningen.`;
}

function PreferenceForm({ preference }: { readonly preference: MailPreference }) {
  const [rhythm, setRhythm] = useState<Rhythm>(preference.ritme);
  const [hour, setHour] = useState(preference.uur);
  const choose = useSend((body: BodyOf<typeof PATH, 'put'>) => apiPut(PATH, { body }));

  function submit(event: FormEvent) {
    event.preventDefault();
    choose.mutate({ ritme: rhythm, uur: hour });
  }

  return (
    <form className="wp-stack wp-stack--tight" onSubmit={submit} noValidate>
      {choose.isError ? <ProblemNotice error={choose.error} /> : null}
      <Field label="Wanneer wilt u mail?" help="Dit geldt voor de rol waarin u nu werkt.">
        {(control) => (
          <Select {...control} value={rhythm} onChange={(event) => setRhythm(event.target.value as Rhythm)}>
            {Object.entries(RHYTHM_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {rhythm === 'dagelijks' ? (
        <Field label="Hoe laat?" help="Is er niets nieuws, dan krijgt u geen mail.">
          {(control) => (
            <Select {...control} value={String(hour)} onChange={(event) => setHour(Number(event.target.value))}>
              {HOURS.map((each) => (
                <option key={each} value={each}>
                  {each}.00 uur
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <div className="wp-row">
        <Button type="submit" appearance="primary-action-button" disabled={choose.isPending}>
          Opslaan
        </Button>
        <p role="status">{choose.isSuccess ? 'Uw keuze is opgeslagen.' : ''}</p>
      </div>
    </form>
  );
}
