import { ROLE_NAMES } from '../platform/access/permissions';
import type { DemoPerson } from '../seed/load-demo-people';
import type { RegionFacts, RoundFacts } from './region-facts';

export interface StartScreen {
  readonly url: string;
  readonly version: string;
  /** Undefined: a database of one's own. */
  readonly dataFolder: string | undefined;
  readonly queue: 'PostgreSQL' | 'Redis';
  readonly hasConsole: boolean;
  readonly seconds: number;
  readonly regions: readonly RegionFacts[];
  /** Who can sign in to try it; undefined: people sign in at a service of their own. */
  readonly people: readonly DemoPerson[] | undefined;
}

/** What people read when Woonplek has started: what there is, whether it is proven, and where to click. */
export function startScreen(screen: StartScreen): string {
  const lines = [
    '',
    `  Woonplek ${screen.version} staat klaar (${screen.seconds.toFixed(1)} s)`,
    '',
    ...screen.regions.flatMap((region) => [
      `  ${region.name}`,
      row('Woonplekken', `${region.places} plaatsen in ${region.homes} wooneenheden`),
      row('Cliënten', String(region.clients)),
      ...roundLines(region.round),
      '',
    ]),
    ...(screen.people ? peopleLines(screen.people) : []),
    screen.hasConsole
      ? row('Openen', screen.url)
      : row('API', `${screen.url}/v1 (de console is niet gebouwd: npm run build)`),
    row('API', `${screen.url}/v1/openapi.json`),
    row('Gegevens', `${screen.dataFolder ?? 'in de database van DATABASE_URL'}; wachtrij in ${screen.queue}`),
    row('Stoppen', 'Ctrl-C'),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** These people do not exist, and anybody at this computer can be any of them. */
function peopleLines(people: readonly DemoPerson[]): string[] {
  const named = people.map(({ name, roles }) => {
    const held = roles.map(({ role, organisation }) => `${ROLE_NAMES[role].toLowerCase()} ${organisation}`).join(', ');
    return `    ${name.padEnd(20)} ${held}`;
  });
  return ['  Meld u aan als een van deze verzonnen mensen, zonder wachtwoord', ...named, ''];
}

function roundLines(round: RoundFacts | undefined): string[] {
  if (!round) return [row('Matchronde', 'nog geen')];
  switch (round.status) {
    case 'completed':
      return [
        row('Voorstellen', String(round.proposals)),
        row('Matchronde', round.isProven ? 'klaar, bewezen optimaal' : 'klaar, nog niet bewezen optimaal'),
      ];
    case 'failed':
      return [row('Matchronde', `mislukt: ${round.failure ?? 'zie de ronde in de console'}`)];
    case 'queued':
    case 'running':
      return [row('Matchronde', 'loopt nog; de voorstellen verschijnen vanzelf')];
  }
}

function row(label: string, text: string): string {
  return `    ${label.padEnd(12)} ${text}`;
}
