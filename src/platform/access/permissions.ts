import { CASE_PERMISSIONS } from './case-permissions';
import { FILE_PERMISSIONS } from './file-permissions';
import { OVERSIGHT_PERMISSIONS } from './oversight-permissions';

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

/** What everybody may. */
const GENERAL_PERMISSIONS = {
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
  'policy.read': {
    sentence: 'regels en beleid bekijken',
    roles: ROLES,
  },
} as const;

/**
 * Every permission: `resource.verb`, its sentence and the roles that hold it. A route names exactly one of them, and the
 * start-up check refuses one that names none.
 */
export const PERMISSIONS = {
  ...GENERAL_PERMISSIONS,
  ...FILE_PERMISSIONS,
  ...CASE_PERMISSIONS,
  ...OVERSIGHT_PERMISSIONS,
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
