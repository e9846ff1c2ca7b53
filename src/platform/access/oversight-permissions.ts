/** About numbers, logs, terms and who holds which role. */
export const OVERSIGHT_PERMISSIONS = {
  'quota.read': {
    sentence: 'de stand van spreiding, draagkracht en prestatieafspraken bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'wijkregisseur', 'auditor'],
  },
  'access-log.read': { sentence: 'het inzagelogboek bekijken', roles: ['auditor'] },
  'notification.own': {
    sentence: 'eigen meldingen zien, en kiezen hoe die komen',
    roles: ['coordinator', 'corporatie', 'aanbieder'],
  },
  'retention.read': {
    sentence: 'zien hoe lang gegevens worden bewaard, wat daarom aan de beurt is en wat is vernietigd',
    roles: ['coordinator', 'auditor', 'beheerder'],
  },
  'retention.set': { sentence: 'vaststellen hoe lang gegevens worden bewaard', roles: ['beheerder'] },
  // Who keeps the files hears of an objection or a case in court, and may know of whom it is; auditor and beheerder see no client.
  'retention.hold': {
    sentence: 'een bewaarplicht instellen en opheffen, zodat er niets wordt vernietigd',
    roles: ['coordinator'],
  },
  'role-assignment.read': { sentence: 'zien wie welke rol heeft', roles: ['beheerder', 'auditor'] },
  'role-assignment.grant': { sentence: 'iemand een rol geven', roles: ['beheerder'] },
  'role-assignment.end': {
    sentence: 'een rol beëindigen, en het werk van wie weggaat aan een collega geven',
    roles: ['beheerder'],
  },
  'role-assignment.review': { sentence: 'beoordelen of iemand een rol nog nodig heeft', roles: ['beheerder'] },
} as const;
