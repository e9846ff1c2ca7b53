/** About homes and the files of clients. */
export const FILE_PERMISSIONS = {
  'unit.read': {
    sentence: 'complexen en wooneenheden bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor'],
  },
  'unit.read-timeline': {
    sentence: 'zien wat er met een wooneenheid gebeurde, en van eigen cliënten ook wie er woonde',
    // Who plans, guides or lets it. A gemeente and an auditor follow homes by numbers.
    roles: ['coordinator', 'corporatie', 'aanbieder'],
  },
  'unit.read-contact': {
    sentence: 'zien wie bij de corporatie de contactpersoon voor een wooneenheid is',
    roles: ['coordinator', 'corporatie'],
  },
  'unit.assign-contact': {
    sentence:
      'zeggen wie de contactpersoon voor een eigen wooneenheid is, en eigen woningen overdragen aan een collega',
    roles: ['corporatie'],
  },
  'unit.change-status': { sentence: 'de status van een wooneenheid wijzigen', roles: ['coordinator', 'corporatie'] },
  'client.read': { sentence: 'cliënten bekijken', roles: ['coordinator', 'aanbieder'] },
  'client.read-log': {
    sentence: 'zien wie het dossier van een cliënt heeft bekeken of gewijzigd',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.read-shielded': {
    sentence: 'zien waar een cliënt niet veilig is of niet mag wonen, voor een doel dat wordt vastgelegd',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.consent': {
    sentence: 'vastleggen dat een cliënt toestemming geeft om gegevens met een corporatie te delen, of die intrekt',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.correct': {
    sentence: 'gegevens van een cliënt verbeteren, met een reden',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.assign-contact': {
    sentence: 'zeggen wie in de eigen rol de contactpersoon van een cliënt is',
    roles: ['coordinator', 'aanbieder'],
  },
  'colleague.read': {
    sentence: 'zien wie in de eigen organisatie dezelfde rol heeft',
    roles: ['coordinator', 'corporatie', 'aanbieder'],
  },
  'work.hand-over': {
    sentence: 'eigen cliënten overdragen aan een collega',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.export': {
    sentence: 'alles opvragen wat over een cliënt wordt bewaard, om aan de cliënt te geven',
    roles: ['coordinator', 'aanbieder'],
  },
  'client-request.read': {
    sentence: 'verzoeken van cliënten over hun gegevens bekijken',
    roles: ['coordinator', 'aanbieder'],
  },
  'client-request.handle': {
    sentence: 'verzoeken van cliënten over hun gegevens vastleggen en afhandelen, en een beperking of pauze opheffen',
    roles: ['coordinator', 'aanbieder'],
  },
  'client.bsn': {
    sentence: 'het burgerservicenummer van een eigen cliënt zien, vastleggen en wissen',
    roles: ['aanbieder'],
  },
  'client.close': {
    sentence: 'een dossier afsluiten en weer openen',
    roles: ['coordinator', 'aanbieder'],
  },
} as const;
