import { codeList } from '../vocabulary/code-list';

/** What was said between the region and a client about one offer. A no-show is no answer, and no refusal. */
export const OFFER_CONTACT_KINDS = ['offered', 'accepted', 'refused', 'no-show'] as const;
export type OfferContactKind = (typeof OFFER_CONTACT_KINDS)[number];

export const offerContactKinds = codeList([
  { internal: 'offered', public: 'aangeboden', nl: 'Woning aangeboden' },
  { internal: 'accepted', public: 'geaccepteerd', nl: 'Aanbod geaccepteerd' },
  { internal: 'refused', public: 'geweigerd', nl: 'Aanbod geweigerd' },
  { internal: 'no-show', public: 'niet-verschenen', nl: 'Niet verschenen op een afspraak' },
]);

export const OFFER_CHANNELS = ['conversation', 'telephone', 'letter', 'message'] as const;
export type OfferChannel = (typeof OFFER_CHANNELS)[number];

export const offerChannels = codeList([
  { internal: 'conversation', public: 'gesprek', nl: 'In een gesprek' },
  { internal: 'telephone', public: 'telefoon', nl: 'Aan de telefoon' },
  { internal: 'letter', public: 'brief', nl: 'Met een brief' },
  { internal: 'message', public: 'bericht', nl: 'Met een bericht' },
]);

/** Whose answer it is: the client's own, or of somebody who speaks for the client. */
export const ANSWER_SIDES = ['client', 'representative'] as const;
export type AnswerSide = (typeof ANSWER_SIDES)[number];

export const answerSides = codeList([
  { internal: 'client', public: 'client', nl: 'De cliënt zelf' },
  { internal: 'representative', public: 'namens', nl: 'Iemand namens de cliënt' },
]);
