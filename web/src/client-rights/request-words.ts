import type { BodyOf } from '../http/api-client';
import type { ClientRequest } from '../http/answers';

export type RequestKind = ClientRequest['soort']['code'];
export type Step = ClientRequest['toegestaneActies'][number];
export type Ground = NonNullable<
  Extract<BodyOf<'/v1/clienten/{id}/verzoeken/{verzoek}/besluiten'>, { besluit: 'inwilligen' }>['grond']
>;

/** What a client can ask, and what that means. */
export const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  inzage: 'Inzage: de cliënt wil de gegevens zien',
  correctie: 'Correctie: de cliënt wil dat een gegeven wordt verbeterd',
  bezwaar: 'Bezwaar: de cliënt wil niet dat de gegevens zo worden gebruikt',
  beperking: 'Beperking: de cliënt wil dat er een tijd niets met de gegevens gebeurt',
};

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  inwilligen: 'Inwilligen',
  afwijzen: 'Afwijzen',
  intrekken: 'De cliënt trekt het in',
  verlengen: 'Termijn verlengen',
};

export const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  betwist: 'De cliënt zegt dat gegevens niet kloppen',
  onrechtmatig: 'Gegevens zijn onrechtmatig verwerkt',
  rechtsvordering: 'De cliënt heeft de gegevens nodig voor een rechtszaak',
  bezwaar: 'De cliënt heeft bezwaar gemaakt',
};

/** Whether a file may be corrected because of this request. */
export const asksCorrection = ({ soort, status }: ClientRequest): boolean =>
  soort.code === 'correctie' && status === 'open';

/** What a step does, before it is taken. */
export const STEP_HELP: Readonly<Record<Step, string>> = {
  inwilligen: 'Schrijf op wat u hebt gedaan. De cliënt krijgt dit antwoord.',
  afwijzen: 'Schrijf de reden op, en dat de cliënt een klacht kan indienen bij de Autoriteit Persoonsgegevens.',
  intrekken: 'Alleen als de cliënt dat zelf wil.',
  verlengen: 'Eén keer, met twee maanden. Vertel de cliënt nu waarom het langer duurt.',
};
