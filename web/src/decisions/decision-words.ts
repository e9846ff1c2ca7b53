import type { PairDecision } from '../http/answers';

type Kind = PairDecision['soort']['code'];

/** What each kind of decision does, for who has to choose. */
export const KIND_HELP: Readonly<Record<Kind, string>> = {
  vastzetting: 'De volgende ronde stelt deze cliënt voor deze woonplek voor. Dat kan alleen als alle regels kloppen.',
  blokkade: 'De volgende rondes stellen deze cliënt niet voor deze woonplek voor.',
  uitzondering: 'Eén regel telt niet mee voor deze cliënt en deze woonplek (hardheidsclausule).',
};

export const KIND_OPTIONS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'vastzetting', label: 'Vastzetting' },
  { value: 'blokkade', label: 'Blokkade' },
  { value: 'uitzondering', label: 'Uitzondering' },
];

export const STATE_OPTIONS: readonly { readonly value: PairDecision['status']; readonly label: string }[] = [
  { value: 'geldig', label: 'Geldig' },
  { value: 'verlopen', label: 'Verlopen' },
  { value: 'opgeheven', label: 'Opgeheven' },
];
