import { Button } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { Page } from '../layout/page';
import { ProofResult } from './proof-result';
import { useProofCheck } from './use-proof-check';

const FILES = [
  {
    name: 'bewijs',
    label: 'Bewijs',
    help: 'Het bestand bewijs.json. Kies het bestand, of sleep het naar de knop.',
  },
  {
    name: 'probleem',
    label: 'Gegevens van de ronde (niet verplicht)',
    help: 'Het bestand probleem.json. Dan kijkt Woonplek ook of het bewijs over deze gegevens gaat.',
  },
  {
    name: 'plan',
    label: 'Uitkomst van de ronde (niet verplicht)',
    help: 'Het bestand plan.json. Dan kijkt Woonplek ook of het bewijs over deze uitkomst gaat.',
  },
] as const;

/** Anybody can check a receipt here. The files stay on the computer: no server is asked. */
export function ProofPage() {
  const [check, start] = useProofCheck();
  const [chosen, setChosen] = useState<Readonly<Record<string, File | undefined>>>({});
  const [missing, setMissing] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(chosen['bewijs'] === undefined);
    if (chosen['bewijs'] === undefined) return;
    const read = async (name: string) => (await chosen[name]?.text()) ?? null;
    start({ bewijs: (await read('bewijs')) ?? '', probleem: await read('probleem'), plan: await read('plan') });
  }

  return (
    <Page
      title="Bewijs controleren"
      intro="Reken zelf na dat een ronde niet beter kon. Alles gebeurt in uw eigen browser: de bestanden gaan nergens heen."
    >
      <Card title="Kies de bestanden">
        <form className="wp-stack" onSubmit={(event) => void submit(event)} noValidate>
          {FILES.map(({ name, label, help }) => (
            <Field
              key={name}
              label={label}
              help={help}
              error={name === 'bewijs' && missing ? 'Kies eerst het bestand met het bewijs.' : null}
            >
              {(control) => (
                <input
                  {...control}
                  type="file"
                  name={name}
                  accept=".json,application/json"
                  onChange={({ currentTarget: { files } }) =>
                    setChosen((before) => ({ ...before, [name]: files?.[0] }))
                  }
                />
              )}
            </Field>
          ))}
          <p>
            <Button type="submit" appearance="primary-action-button" disabled={check.state === 'checking'}>
              Controleren
            </Button>
          </p>
        </form>
      </Card>
      <div className="wp-live" aria-live="polite">
        <ProofResult check={check} />
      </div>
      <Card title="Wat betekent dit?">
        <p>
          Bij elk niveau hoort een bewijs: getallen waarmee iedereen kan uitrekenen hoeveel een verdeling ten hoogste
          kan halen. Is dat precies wat het plan haalt, dan kan het niet beter. Daarvoor hoeft u het rekenprogramma niet
          te vertrouwen: optellen en vermenigvuldigen is genoeg.
        </p>
        <p>
          De bestanden krijgt u op de pagina van een ronde, onder “Zelf narekenen”. Het werkt ook zonder verbinding, als
          deze pagina eenmaal open is.
        </p>
      </Card>
    </Page>
  );
}
