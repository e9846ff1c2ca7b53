import type { Tenancy } from '../http/answers';
import type { ChangeBody, FollowBody } from './use-tenancy-step';

type Of<Body extends { stap: string }, Step extends Body['stap']> = Extract<Body, { stap: Step }>;
export type StepName = FollowBody['stap'] | ChangeBody['stap'];

/** What the button of a step says. */
export const STEP_LABELS: Readonly<Record<StepName, string>> = {
  notitie: 'Nazorg vastleggen',
  'time-out': 'Time-out',
  hervatten: 'Begeleiding hervatten',
  terugval: 'Terugval: weer nazorg',
  afsluiten: 'Nazorg afsluiten',
  doorstromen: 'Vaste woning zoeken',
  omklappen: 'Omklappen naar vast contract',
  beeindigen: 'Plaatsing beëindigen',
};

/** What a step does, for who is about to take it. */
export const STEP_HELP: Readonly<Record<StepName, string>> = {
  notitie: 'Schrijf kort op hoe het gaat. De cliënt kan dit opvragen.',
  'time-out': 'De begeleiding stopt een tijd. De cliënt houdt de woning.',
  hervatten: 'De begeleiding begint weer.',
  terugval: 'De nazorg begint weer. De cliënt houdt de woning.',
  afsluiten: 'De cliënt woont verder zonder begeleiding. Bij een terugval kan de nazorg weer beginnen.',
  doorstromen: 'De cliënt doet weer mee in de rondes, en blijft hier wonen tot de sleutel van een vaste woning.',
  omklappen: 'De cliënt krijgt een vast contract voor deze woning. De plaatsing telt één keer mee in de afspraken.',
  beeindigen: 'De plaatsing eindigt. Dit kunt u niet terugnemen.',
};

/** What a line of the history says. */
export const EVENT_WORDS: Readonly<Record<Tenancy['gebeurtenissen'][number]['stap'], string>> = {
  sleutel: 'sleutel gekregen',
  omgeklapt: 'vast contract begonnen',
  notitie: 'nazorg',
  'time-out': 'time-out begonnen',
  hervatten: 'begeleiding hervat',
  terugval: 'terugval, weer nazorg',
  afsluiten: 'nazorg afgesloten',
  doorstromen: 'zoekt een vaste woning',
  omklappen: 'omgeklapt',
  beeindigen: 'plaatsing beëindigd',
};

export const PROGRESS: Readonly<Record<Of<FollowBody, 'notitie'>['voortgang'], string>> = {
  goed: 'Gaat goed',
  'let-op': 'Extra opletten',
  zorgelijk: 'Zorgelijk',
};

export const TIME_OUT_REASONS: Readonly<Record<Of<FollowBody, 'time-out'>['reden'], string>> = {
  terugval: 'Terugval',
  opname: 'Opname',
  detentie: 'Detentie',
  'eigen-verzoek': 'Op eigen verzoek',
  anders: 'Andere reden',
};

export const END_REASONS: Readonly<Record<Of<ChangeBody, 'beeindigen'>['reden'], string>> = {
  'zelf-verhuisd': 'Zelf verhuisd',
  'zelf-opgezegd': 'Zelf opgezegd, zonder andere woning',
  'contract-afgelopen': 'Het contract of de woning liep af',
  ontruimd: 'Ontruimd na een uitspraak van de rechter',
  overleden: 'Overleden',
  vertrokken: 'Vertrokken zonder bericht',
};
