/** Every role by its letter, as in the expectations of the routes. */
const EVERYBODY = 'CWAGRVUB';

/**
 * Who sees a row of their own region, by table: `all` sees it whosever it is, `own` only where it belongs to their own
 * organisation. Written out by hand from what each role is for. A table that is not here fails the test.
 */
export interface RowExpectation {
  readonly all?: string;
  readonly own?: string;
  /** Who may change it, likewise. */
  readonly changes?: string;
  readonly changesOwn?: string;
  /** The same rows for all regions. */
  readonly shared?: true;
}

const client = { all: 'C', own: 'A' };
const round = { all: 'CU', changes: 'C' };
const agreed = { all: EVERYBODY };

export const ROW_EXPECTATIONS: Readonly<Record<string, RowExpectation>> = {
  gemeente: { all: EVERYBODY, shared: true },
  doelgroep: { all: EVERYBODY, shared: true },
  rent_table: { all: EVERYBODY, shared: true },
  urgency_category: { all: EVERYBODY, shared: true },

  region: agreed,
  organisation: agreed,
  wijk: agreed,
  wijk_draagkracht: agreed,
  complex: agreed,
  complex_mix: agreed,
  unit_aanbieder: agreed,
  aanbieder_capacity: agreed,
  spreiding_quota: agreed,
  prestatieafspraak: agreed,
  policy: agreed,
  urgency_category_period: agreed,
  workflow_setting: agreed,
  unit: { all: EVERYBODY, changes: 'C', changesOwn: 'W' },
  unit_status_event: { all: EVERYBODY },
  // Only the end of a contact is ever written, and by the corporatie that owns the home.
  unit_contact: { all: 'C', own: 'W' },

  // A gemeente, a wijkregisseur, a corporatie, an auditor and a beheerder see no client at all.
  // Who keeps a file closes and corrects it.
  household: { ...client, changes: 'C', changesOwn: 'A' },
  household_member: { ...client, changes: 'C', changesOwn: 'A' },
  household_exclusion_area: client,
  household_wish: client,
  household_refusal: client,
  household_consent: { ...client, changes: 'C', changesOwn: 'A' },
  // Only the end of a contact is ever written, and by who keeps it.
  household_contact: client,
  // Written by the database itself.
  household_status_event: client,
  client_request: { ...client, changes: 'C', changesOwn: 'A' },
  household_restriction: { ...client, changes: 'C', changesOwn: 'A' },
  household_correction: client,
  // A burgerservicenummer is for the aanbieder alone.
  household_member_bsn: { own: 'A', changesOwn: 'A' },
  // An auditor and a beheerder see that there is a hold, and not on whom.
  legal_hold: { all: 'CUB', own: 'A', changes: 'C' },
  retention_term: agreed,
  purge_record: { all: 'CUB' },
  placement: client,
  // Written by the system, for whoever may take the step.
  offer_contact: client,
  offer_refusal: client,
  landing_item: client,
  tenancy_event: client,
  // A member of the veldtafel sees the meetings to which they are invited: see panel-cases.ts.
  panel_meeting: client,
  panel_attendee: { all: 'C' },
  panel_case: client,
  panel_entry: client,
  // The gemeente that is asked sees it, and no file.
  warm_handover: { all: 'C', own: 'AG' },
  proposal: { ...client, changes: 'C' },
  proposal_event: { all: 'CU', own: 'A' },
  workflow: agreed,
  case_pause: { ...client, changes: 'C', changesOwn: 'A' },
  case_progress: client,
  case_escalation: client,

  // An auditor follows rounds: their facts are without names.
  pair_decision: round,
  match_run: round,
  run_proof: { all: 'CU' },
  lottery_draw: round,

  // Only for the person whom it is for, in the role for which it is: nobody else, whatever the role.
  notification: {},
  notification_preference: {},
  notification_mail: {},
  notification_pending: {},

  account: agreed,
  role_assignment: { all: EVERYBODY, changes: 'B' },
  role_review: { all: 'UB' },
  session: { all: 'UB', changes: 'B' },
  account_identity: {},
  sign_in_attempt: {},
  access_log: { all: 'U' },
  change_log: { all: 'U' },
  // Only the functions of the database itself come here.
  trace_link: {},
  trace_pending: {},
};

/** Tables without row-level security, each with the reason. */
export const OPEN_TABLES: Readonly<Record<string, string>> = {
  migrations: 'which releases of the schema have run; the role of the application has no right to it',
};
