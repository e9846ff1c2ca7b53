/** The roles an account can hold. */
export const ROLES = ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor', 'beheerder'] as const;
export type Role = (typeof ROLES)[number];

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
  'region.read': {
    sentence: 'regio’s, gemeenten, wijken, doelgroepen en urgentiecategorieën bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor', 'beheerder'],
  },
  'organisation.read': {
    sentence: 'corporaties en aanbieders bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor', 'beheerder'],
  },
  'unit.read': {
    sentence: 'complexen en wooneenheden bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor'],
  },
  'unit.change-status': { sentence: 'de status van een wooneenheid wijzigen', roles: ['coordinator', 'corporatie'] },
  'client.read': { sentence: 'cliënten bekijken', roles: ['coordinator', 'aanbieder'] },
  'run.read': { sentence: 'matchrondes bekijken', roles: ['coordinator', 'auditor'] },
  'run.request': { sentence: 'een matchronde starten', roles: ['coordinator'] },
  'run.download': {
    sentence: 'het probleem, het plan en het bewijs van een matchronde downloaden',
    roles: ['coordinator', 'auditor'],
  },
  'proposal.read': { sentence: 'voorstellen bekijken', roles: ['coordinator', 'corporatie', 'aanbieder'] },
  'proposal.review': { sentence: 'voorstellen beoordelen en een beoordeling herroepen', roles: ['coordinator'] },
  'proposal.confirm': { sentence: 'een goedgekeurd voorstel namens de corporatie bevestigen', roles: ['corporatie'] },
  'proposal.offer': {
    sentence: 'een woning aanbieden en het antwoord vastleggen',
    roles: ['coordinator', 'aanbieder'],
  },
  'proposal.withdraw': {
    sentence: 'een goedgekeurd voorstel intrekken, met een reden',
    roles: ['coordinator', 'corporatie'],
  },
  'proposal.house': {
    sentence: 'vastleggen dat een cliënt de sleutel heeft gekregen',
    roles: ['coordinator', 'corporatie'],
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
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor'],
  },
  'policy.read': {
    sentence: 'regels en beleid bekijken',
    roles: ['coordinator', 'corporatie', 'aanbieder', 'gemeente', 'auditor', 'beheerder'],
  },
  'access-log.read': { sentence: 'het inzagelogboek bekijken', roles: ['auditor'] },
} as const satisfies Readonly<Record<string, PermissionText>>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether one of these roles holds a permission. */
export function holds(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission].roles;
  return roles.some((role) => holders.includes(role));
}

/** The Dutch sentence of a permission. */
export function permissionSentence(permission: Permission): string {
  return PERMISSIONS[permission].sentence;
}
