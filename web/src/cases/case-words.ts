import type { AnswerBody } from './use-case-step';

/** How something was told, as a person reads it. */
export const CHANNELS: Readonly<Record<AnswerBody['wijze'], string>> = {
  gesprek: 'In een gesprek',
  telefoon: 'Aan de telefoon',
  brief: 'Met een brief',
  bericht: 'Met een bericht',
};
