/** About the way from a round to the key, and after it. */
export const CASE_PERMISSIONS = {
  'run.read': { sentence: 'matchrondes bekijken', roles: ['coordinator', 'auditor'] },
  'run.request': { sentence: 'een matchronde starten', roles: ['coordinator'] },
  'run.download': {
    sentence: 'het probleem, het plan en het bewijs van een matchronde downloaden',
    roles: ['coordinator', 'auditor'],
  },
  'proposal.read': { sentence: 'voorstellen bekijken', roles: ['coordinator', 'aanbieder'] },
  'allocation.read': {
    sentence: 'het toewijzingsprofiel zien van huishoudens die voor eigen woningen zijn goedgekeurd',
    // A home without a corporatie is of the aanbieder that brought it in.
    roles: ['corporatie', 'aanbieder'],
  },
  'proposal.review': { sentence: 'voorstellen beoordelen en een beoordeling herroepen', roles: ['coordinator'] },
  'proposal.match-by-hand': {
    sentence: 'zelf een cliënt voor een vrije woonplek voorstellen, of een reserve overslaan, met een reden',
    roles: ['coordinator'],
  },
  // Of whoever owns the home. Where that is the region, a coordinator confirms: another than the one who reviewed.
  'proposal.confirm': {
    sentence: 'een goedgekeurd voorstel voor een eigen woning bevestigen of terugsturen',
    roles: ['corporatie', 'aanbieder', 'coordinator'],
  },
  'proposal.offer': {
    sentence: 'een woning aanbieden en het antwoord vastleggen',
    roles: ['coordinator', 'aanbieder'],
  },
  'proposal.withdraw': {
    sentence: 'een goedgekeurd voorstel intrekken, met een reden',
    roles: ['coordinator', 'corporatie'],
  },
  'proposal.step-back': {
    sentence: 'een zaak die loopt één stap terugzetten, met een reden',
    roles: ['coordinator'],
  },
  'proposal.pause': {
    sentence: 'de termijn van een voorstel laten stilstaan en weer laten lopen, met een reden',
    roles: ['coordinator', 'aanbieder'],
  },
  'proposal.report': {
    sentence: 'melden hoe het gaat met een voorstel dat wacht',
    roles: ['coordinator', 'aanbieder'],
  },
  'work.read': {
    sentence: 'zien welke zaken wachten, op wie en tot wanneer',
    roles: ['coordinator', 'aanbieder', 'corporatie'],
  },
  'proposal.house': {
    sentence: 'vastleggen dat een cliënt de sleutel heeft gekregen',
    roles: ['coordinator', 'corporatie'],
  },
  'proposal.judge-refusal': {
    sentence: 'beoordelen of een geweigerde woning passend was',
    roles: ['coordinator'],
  },
  'client.park': {
    sentence: 'een cliënt een tijd niet laten meedoen in de rondes, en weer wel',
    roles: ['coordinator'],
  },
  'tenancy.read': { sentence: 'zien waar een cliënt woont en hoe de nazorg gaat', roles: ['coordinator', 'aanbieder'] },
  'tenancy.follow': {
    sentence: 'nazorg vastleggen, en een time-out van de begeleiding',
    roles: ['coordinator', 'aanbieder'],
  },
  'tenancy.change': {
    sentence: 'nazorg afsluiten, een tussenvorm laten omklappen en een plaatsing beëindigen',
    roles: ['coordinator'],
  },
  // A gemeente sees and answers only what is asked of itself; where it has nobody in Woonplek a coordinator writes its answer down.
  'handover.read': {
    sentence: 'warme overdrachten aan een andere gemeente bekijken',
    roles: ['coordinator', 'aanbieder', 'gemeente'],
  },
  'handover.propose': {
    sentence: 'een cliënt overdragen aan een andere gemeente, dat intrekken en afronden',
    roles: ['coordinator'],
  },
  'handover.answer': {
    sentence:
      'een warme overdracht aanvaarden of weigeren voor de eigen gemeente, of het antwoord van een gemeente vastleggen',
    roles: ['coordinator', 'gemeente'],
  },
  // A member sees only the meetings that they are invited to, and of a client what the question needs.
  'panel.read': {
    sentence: 'bijeenkomsten van de veldtafel en het triageteam bekijken',
    roles: ['coordinator', 'veldtafel'],
  },
  'panel.write': {
    sentence: 'een advies of aanvulling schrijven bij een zaak op de agenda',
    roles: ['coordinator', 'veldtafel'],
  },
  'panel.manage': {
    sentence:
      'een veldtafel of triageteam voorbereiden en afgelasten, het besluit vastleggen en het verslag vaststellen',
    roles: ['coordinator'],
  },
  'pair-decision.read': {
    sentence: 'vastzettingen, blokkades en uitzonderingen bekijken',
    roles: ['coordinator', 'auditor'],
  },
  'pair-decision.take': {
    sentence: 'een cliënt vastzetten op een woonplek, een paar uitsluiten, of een uitzondering op een regel toestaan',
    roles: ['coordinator'],
  },
} as const;
