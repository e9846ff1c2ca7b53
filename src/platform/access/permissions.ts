/** The roles in which somebody can act, in the order in which people meet them. */
export const ROLES = [
  'coordinator',
  'corporatie',
  'aanbieder',
  'gemeente',
  'wijkregisseur',
  'veldtafel',
  'auditor',
  'beheerder',
] as const;
export type Role = (typeof ROLES)[number];

/** What people call a role. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  coordinator: 'Wooncoördinator',
  corporatie: 'Medewerker corporatie',
  aanbieder: 'Medewerker aanbieder',
  gemeente: 'Beleidsmedewerker gemeente',
  wijkregisseur: 'Wijkregisseur',
  veldtafel: 'Lid van de veldtafel',
  auditor: 'Auditor',
  beheerder: 'Beheerder',
};

interface PermissionText {
  /** What the holder may do, as the end of "Deze rol mag …". */
  readonly sentence: string;
  readonly roles: readonly Role[];
}

/**
 * Every permission: `resource.verb`, its sentence and the roles that hold it. A route names exactly one of them, and the
 * start-up check refuses one that names none.
 */
export const PERMISSIONS = {
  'session.own': {
    sentence: 'zien wie er is aangemeld, een andere eigen rol kiezen en afmelden',
    roles: ROLES,
  },
  'region.read': {
    sentence: 'regio’s, gemeenten, wijken, doelgroepen en urgentiecategorieën bekijken',
    roles: ROLES,
  },
  'organisation.read': {
    sentence: 'corporaties en aanbieders bekijken',
    roles: ROLES,
  },
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
    sentence: 'een veldtafel of triageteam voorbereiden, het besluit vastleggen en het verslag vaststellen',
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
  'quota.read': {
    sentence: 'de stand van spreiding, draagkracht en prestatieafspraken bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'wijkregisseur', 'auditor'],
  },
  'policy.read': {
    sentence: 'regels en beleid bekijken',
    roles: ROLES,
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
} as const satisfies Readonly<Record<string, PermissionText>>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role holds a permission. */
export function holds(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission].roles;
  return holders.includes(role);
}

/** As `holds`, for a permission that a transition table names; start-up and a test see to it that it exists. */
export function holdsPermission(role: Role, permission: string): boolean {
  return permissionsOf(role).some((held) => held === permission);
}

/** Everything that a role may do. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => holds(role, permission));
}

/** The Dutch sentence of a permission. */
export function permissionSentence(permission: Permission): string {
  return PERMISSIONS[permission].sentence;
}
