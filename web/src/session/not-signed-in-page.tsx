import { useLocation } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Page } from '../layout/page';

const REASONS: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  afgemeld: { title: 'U bent afgemeld', text: 'Gebruikt u een computer van een ander? Sluit dan ook de browser.' },
  verlopen: {
    title: 'De aanmelding is verlopen',
    text: 'U deed er te lang over, of u bent in een ander venster verdergegaan. Begin opnieuw.',
  },
  mislukt: {
    title: 'De aanmelding is niet gelukt',
    text: 'Het antwoord van de aanmelddienst klopte niet. Begin opnieuw.',
  },
  onbekend: {
    title: 'U hebt nog geen toegang',
    text: 'De aanmelddienst kent u, maar Woonplek niet. Vraag de beheerder van uw regio om toegang, met het e-mailadres waarmee u zich aanmeldt.',
  },
  'geen-rol': {
    title: 'U hebt nu geen rol',
    text: 'Uw rol in Woonplek is beëindigd of nog niet begonnen. Vraag het aan de beheerder van uw regio.',
  },
  'dienst-weg': {
    title: 'Aanmelden kan nu niet',
    text: 'De aanmelddienst geeft geen antwoord. Probeer het over een paar minuten opnieuw.',
  },
};

/** Where the browser ends after signing out, or when signing in did not work: why, and what to do. */
export function NotSignedInPage() {
  const reden = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('reden') });
  const { title, text } = REASONS[reden ?? ''] ?? {
    title: 'U bent niet aangemeld',
    text: 'Meld u aan om verder te gaan.',
  };
  return (
    <Page title={title}>
      <Card>
        <p>{text}</p>
        <p>
          <a className="utrecht-link" href="/aanmelden">
            Aanmelden
          </a>
        </p>
      </Card>
    </Page>
  );
}
