import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { QueryFailedError, type DataSource, type EntityManager, type EntityMetadata } from 'typeorm';
import { ownerDataSource } from '../../src/database/data-source';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { DATABASE_ROWS, insertSampleRows, SAMPLE, SAMPLE_ROWS } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

type Row = Readonly<Record<string, unknown>>;

/** For each check of the schema: what makes the sample row bad. */
const BAD: Readonly<Record<string, Row>> = {
  region_lead_time_days: { leadTimeDays: -1 },
  organisation_kind: { kind: 'bank' },
  account_email: { email: 'Iemand@woonplek.example' },
  role_assignment_organisation_kind: { organisationKind: 'bank' },
  role_assignment_role: { role: 'coordinator' },
  role_assignment_successor: { successorId: SAMPLE.account },
  role_assignment_period: { validUntil: '2025-12-31' },
  role_review_decision: { decision: 'perhaps' },
  session_token_hash: { tokenHash: 'geheim' },
  session_ended: { endReason: 'revoked' },
  session_end_reason: { endedAt: '2026-01-01T00:00:00Z', endReason: 'lost' },
  sign_in_attempt_token_hash: { tokenHash: 'geheim' },
  gemeente_id: { id: 'Assen' },
  gemeente_validity: { validTo: '2025-12-31' },
  wijk_kind: { kind: 'straat' },
  wijk_draagkracht_points: { points: -1 },
  wijk_draagkracht_max_placements: { maxPlacements: -1 },
  wijk_draagkracht_validity: { validTo: '2025-12-31' },
  complex_validity: { validTo: '2025-12-31' },
  complex_mix_min_support_level: { minSupportLevel: 'some' },
  complex_mix_max: { max: -1 },
  unit_places: { places: 0 },
  unit_housing_form: { housingForm: 'hotel' },
  unit_status: { status: 'lost' },
  unit_status_period: { statusUntil: '2025-12-31' },
  unit_out_of_service_reason: { status: 'out-of-service' },
  unit_ages: { ageFrom: 23, ageBelow: 23 },
  unit_rooms: { maxPersons: 0 },
  unit_accessibility: { accessibility: 'XXX' },
  unit_rent: { rentCents: -1 },
  unit_availability: { availableUntil: '2025-12-31' },
  unit_max_stay: { maxStayMonths: 0 },
  unit_validity: { validTo: '2025-12-31' },
  unit_status_event_from: { from: 'lost' },
  unit_status_event_to: { to: 'lost' },
  unit_status_event_period: { effectiveUntil: '2025-12-31' },
  unit_contact_role: { role: 'coordinator' },
  unit_contact_ended: { endedBy: SAMPLE.account },
  aanbieder_capacity_max_support_level: { maxSupportLevel: 'some' },
  aanbieder_capacity_guidance_hours: { guidanceHours: -1 },
  aanbieder_capacity_validity: { validTo: '2025-12-31' },
  urgency_category_period_validity: { validTo: '2025-12-31' },
  urgency_category_period_duty: { legalBasis: null },
  household_herkomst_certainty: { herkomstCertainty: 'perhaps' },
  household_herkomst_known: { herkomstGemeenteId: null, herkomstBasis: null },
  household_support_level: { supportLevel: 'some' },
  household_accessibility_needed: { accessibilityNeeded: 'XXX' },
  household_entitlement_status: { entitlementStatus: 'perhaps' },
  household_status: { status: 'lost' },
  household_pause_reason: { status: 'paused', pauseReason: 'bored' },
  household_paused: { pausedUntil: '2026-01-01' },
  household_closed: { closedOn: '2026-01-01' },
  household_closing_reason: { status: 'closed', closedOn: '2026-01-01', closingReason: 'bored' },
  household_urgency_band: { urgencyBand: 4 },
  household_amounts: { draaglast: -1 },
  household_income: { incomeCents: -1 },
  household_member_role: { role: 'cousin', position: 1 },
  household_member_position: { position: -1, role: 'child' },
  household_member_main_first: { position: 0, role: 'child' },
  household_sealed: { facts: () => `'{}'` },
  household_member_sealed: { givenName: () => `'Anouk'` },
  household_member_bsn_sealed: { bsn: () => `'999990019'` },
  household_exclusion_area_sealed: { wijkIds: () => `'[]'` },
  match_run_sealed: { snapshot: () => `'{}'` },
  lottery_draw_commitment: { seedCommitment: '0'.repeat(64) },
  household_wish_kind: { kind: 'colour' },
  household_wish_weight: { weight: 6 },
  household_refusal_of_something: { unitId: null },
  household_consent_period: { withdrawnOn: '2026-01-31' },
  household_contact_role: { role: 'corporatie' },
  household_contact_ended: { endedBy: SAMPLE.account },
  household_contact_sealed: { note: () => `'leesbaar'` },
  client_request_kind: { kind: 'complaint' },
  client_request_state: { state: 'lost', resumedOn: null, resumptionNote: null },
  client_request_due: { dueOn: '2026-02-03' },
  client_request_extended: { extendedOn: null },
  client_request_decided: { decidedAt: null },
  client_request_resumed: { resumptionNote: null },
  client_request_sealed: { asked: () => `'leesbaar'` },
  household_restriction_ground: { ground: 'because' },
  household_restriction_ended: { endedAt: null },
  household_restriction_told: { toldOn: '2026-02-02' },
  household_restriction_sealed: { endedNote: () => `'leesbaar'` },
  household_correction_sealed: { reason: () => `'leesbaar'` },
  placement_support_level: { supportLevel: 'some' },
  placement_amounts: { draaglast: -1 },
  placement_period: { endDate: '2024-12-31' },
  placement_state: { state: 'lost' },
  placement_ended: { state: 'beeindigd' },
  placement_contract: { contract: 'hotel' },
  placement_weighs_since: { weighsSince: '2026-01-01' },
  household_status_event_from: { fromStatus: 'lost' },
  household_status_event_to: { toStatus: 'lost' },
  workflow_setting_kind: { kind: 'mood' },
  workflow_setting_validity: { validTo: '2025-12-31' },
  offer_contact_kind: { kind: 'lost', reasonCode: null },
  offer_contact_side: { side: 'nobody', representative: null },
  offer_contact_channel: { channel: 'smoke' },
  offer_contact_representative: { representative: null },
  offer_contact_evidence: { evidence: null },
  offer_contact_reason: { reasonCode: null },
  offer_refusal_consequence: { consequence: 'lost', parkedUntil: null },
  offer_refusal_judged: { judgedAt: null },
  offer_refusal_by_person: { suitable: false },
  offer_refusal_parked: { consequence: 'none' },
  landing_item_state: { state: 'lost' },
  landing_item_settled: { settledAt: null },
  landing_item_not_applicable: { note: null },
  tenancy_event_action: { action: 'gokken' },
  tenancy_event_from_state: { fromState: 'lost' },
  tenancy_event_to_state: { toState: 'lost' },
  tenancy_event_progress: { progress: 'great' },
  tenancy_event_period: { untilDay: '2026-03-12' },
  panel_meeting_kind: { kind: 'club' },
  panel_meeting_state: { state: 'lost' },
  panel_meeting_title: { title: ' ' },
  panel_meeting_closed: { closedBy: SAMPLE.account },
  panel_meeting_cancelled: { cancelledNote: 'te weinig zaken' },
  panel_attendee_withdrawn: { withdrawnAt: '2026-03-01T00:00:00Z' },
  panel_case_withdrawn: { withdrawnBy: null },
  panel_case_sealed: { question: () => `'leesbaar'` },
  panel_entry_kind: { kind: 'gossip' },
  panel_entry_sealed: { text: () => `'leesbaar'` },
  warm_handover_state: { state: 'lost', completedOn: null },
  warm_handover_other_gemeente: { toGemeenteCode: SAMPLE.gemeente },
  warm_handover_term: { dueOn: '2026-02-03' },
  warm_handover_consent: { consentOn: '2026-02-04' },
  warm_handover_answer_channel: { answerChannel: 'smoke' },
  warm_handover_answered: { answeredOn: '2026-02-02' },
  warm_handover_evidence: { answerEvidence: null },
  warm_handover_day: { takesOverOn: '2026-02-09' },
  warm_handover_completed: { completedOn: null },
  warm_handover_earlier_status: { earlierStatus: 'lost', earlierPausedUntil: null, earlierPauseReason: null },
  warm_handover_earlier_reason: { earlierPauseReason: 'bored' },
  warm_handover_earlier_pause: { earlierStatus: 'waiting' },
  warm_handover_sealed: { agreed: () => `'leesbaar'` },
  rent_table_year: { year: 20266 },
  rent_table_positive: { maxRentCents: 0 },
  rent_table_aftopping: { aftoppingLowCents: 3 },
  spreiding_quota_period: { periodTo: '2025-12-31' },
  spreiding_quota_bounds: { ceiling: 0 },
  spreiding_quota_says_something: { floor: null, ceiling: null },
  prestatieafspraak_year: { year: 26 },
  prestatieafspraak_agreed: { agreed: -1 },
  policy_validity: { validTo: '2025-12-31' },
  match_run_status: { status: 'lost' },
  match_run_trigger: { trigger: 'moon' },
  match_run_time_limit: { timeLimitSeconds: 0 },
  match_run_attempts: { attempts: -1 },
  match_run_completed: { status: 'completed' },
  match_run_failed: { status: 'failed' },
  match_run_purged: { snapshot: () => 'NULL' },
  match_run_snapshot_hash: { snapshotHash: 'abc' },
  proposal_state: { state: 'lost' },
  proposal_origin: { origin: 'luck' },
  proposal_made_by_hand: { origin: 'manual' },
  proposal_replaces: { replacesProposalId: SAMPLE.proposal },
  proposal_reserve_outcome: { reserveOutcome: 'perhaps', reserveSoughtAt: '2026-03-01T00:00:00Z' },
  proposal_reserve_sought: { reserveOutcome: 'none' },
  workflow_steps: { steps: {} },
  case_pause_period: { until: '2026-03-19' },
  case_pause_sealed: { reason: () => `'leesbaar'` },
  case_progress_state: { state: 'gehuisvest' },
  case_progress_reason_code: { reasonCode: 'because' },
  case_progress_sealed: { note: () => `'leesbaar'` },
  case_escalation_state: { state: 'gehuisvest' },
  case_escalation_to_role: { toRole: 'auditor' },
  proposal_event_action: { action: 'gokken' },
  proposal_event_from_state: { fromState: 'lost' },
  proposal_event_to_state: { toState: 'lost' },
  proposal_event_named: { actor: null },
  pair_decision_kind: { kind: 'wish', ruleId: null },
  pair_decision_exception: { ruleId: null },
  pair_decision_expires: { until: null },
  pair_decision_reason: { reason: ' ' },
  notification_role: { role: 'auditor' },
  notification_subject: { meetingId: SAMPLE.meeting },
  notification_event: { eventId: null },
  notification_mail_role: { role: 'auditor' },
  notification_mail_state: { state: 'lost', sentAt: null },
  notification_mail_sent: { sentAt: null },
  notification_mail_attempts: { attempts: -1 },
  notification_preference_role: { role: 'auditor' },
  notification_preference_rhythm: { rhythm: 'weekly' },
  notification_preference_hour: { hour: 24 },
  retention_term_category: { category: 'diary', startsAt: 'session-end' },
  retention_term_starts_at: { startsAt: 'closing' },
  retention_term_minimum: { category: 'file', startsAt: 'closing', months: 179 },
  retention_term_longest: { months: 1201 },
  legal_hold_reason: { reason: ' ' },
  legal_hold_period: { until: '2026-01-01' },
  legal_hold_lifted: { liftedNote: 'voorbij' },
  purge_record_category: { category: 'diary' },
  purge_record_ids_hash: { idsHash: 'abc' },
  purge_record_amounts: { months: 0 },
  purge_record_anchor: { anchorPosition: '4', anchorHash: '0'.repeat(64) },
  access_log_outcome: { outcome: 'perhaps' },
  change_log_operation: { operation: 'guess' },
  trace_link_log: { log: 'diary' },
  trace_link_hash: { hash: Buffer.alloc(31) },
  trace_pending_log: { log: 'diary' },
};

/** A restriction that has not ended. */
const OPEN: Row = { endedAt: null, endedBy: null, endedNote: null, toldOn: null };

/** A handover that waits for its answer. */
const ON_AGENDA: Row = { withdrawnAt: null, withdrawnBy: null, withdrawnNote: null };
const ASKED: Row = { state: 'gevraagd', completedOn: null };

/** Where a plain copy of the sample row would meet another unique rule first. `first` is a row to insert before it. */
const TWICE: Readonly<Record<string, { readonly first?: Row; readonly again: Row }>> = {
  account_identity_account_id_issuer_key: { again: { subject: 'a2' } },
  session_token_hash_key: { again: {} },
  match_run_lottery_draw_id_key: { again: { slot: 'another' } },
  proposal_once_per_round: { again: { state: 'voorgesteld' } },
  proposal_one_active_per_household: { again: { runId: randomUUID() } },
  pair_decision_once: { first: { kind: 'pin', ruleId: null }, again: { kind: 'pin', ruleId: null } },
  trace_link_log_row_id_key: { first: {}, again: { position: '902' } },
  trace_pending_log_row_id_key: { first: { rowId: '902' }, again: { rowId: '902' } },
  household_restriction_once: { first: OPEN, again: OPEN },
  case_pause_one_open: { first: { until: null }, again: { until: null } },
  panel_case_once: { first: ON_AGENDA, again: ON_AGENDA },
  warm_handover_once: { first: ASKED, again: ASKED },
  prestatieafspraak_once_for_all: { first: { doelgroepId: null }, again: { doelgroepId: null } },
};

/** What else must change for a reference to be looked at. */
const BESIDE: Readonly<Record<string, Row>> = {
  legal_hold_lifted_by_fk: { liftedAt: '2026-03-01T00:00:00Z', liftedNote: 'voorbij' },
  panel_meeting_closed_by_fk: { state: 'vastgesteld', closedAt: '2026-03-01T00:00:00Z' },
  panel_meeting_cancelled_by_fk: { cancelledAt: '2026-03-01T00:00:00Z', cancelledNote: 'te weinig zaken' },
  panel_attendee_withdrawn_by_fk: { withdrawnAt: '2026-03-01T00:00:00Z' },
  household_contact_ended_by_fk: { endedAt: '2026-03-01T00:00:00Z' },
  unit_contact_ended_by_fk: { endedAt: '2026-03-01T00:00:00Z' },
  notification_handover_id_fk: { proposalId: null, eventId: null },
  notification_meeting_id_fk: { proposalId: null, eventId: null },
  household_refusal_complex_id_fk: { unitId: null },
  proposal_replaces_proposal_id_fk: { origin: 'reserve' },
  role_assignment_organisation_id_organisation_kind_fk: { organisationKind: 'corporatie' },
};

/** Without a note of who changed a row, and yet not append-only: what comes and goes with people who sign in. */
const COMES_AND_GOES = [
  ...['account_identity', 'session', 'sign_in_attempt', 'trace_pending'],
  ...['notification', 'notification_mail', 'notification_pending', 'notification_preference'],
];

describe('each table of the database', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await ownerDataSource(database.url).initialize();
    await insertSampleRows(database.dataSource);
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  const sampleOf = (metadata: EntityMetadata): Row => {
    const found = [...SAMPLE_ROWS, ...DATABASE_ROWS].find(({ entity }) => entity === metadata.target);
    if (found === undefined) throw new Error(`No sample row of ${metadata.tableName}`);
    return found.row;
  };

  /** What the database writes itself is not the application's to write. */
  const writerOf = ({ target }: EntityMetadata): DataSource =>
    DATABASE_ROWS.some(({ entity }) => entity === target) ? owner : database.dataSource;

  const freshKey = (metadata: EntityMetadata): Row =>
    Object.fromEntries(
      metadata.primaryColumns
        .filter(({ type, isGenerated }) => type === 'uuid' && !isGenerated)
        .map(({ propertyName }) => [propertyName, randomUUID()]),
    );

  /** Does the work, undoes it, and returns the name of the constraint that refused it. */
  const refusedBy = async (
    work: (manager: EntityManager) => Promise<unknown>,
    dataSource = database.dataSource,
  ): Promise<string | undefined> => {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      await work(runner.manager);
      return undefined;
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      return (error.driverError as { constraint?: string }).constraint ?? error.message;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  it('has a valid sample row', async () => {
    for (const metadata of database.dataSource.entityMetadatas) {
      expect([metadata.tableName, await database.dataSource.manager.count(metadata.target)]).not.toContain(0);
    }
  });

  it('has a bad row here for each of its checks', () => {
    const checks = database.dataSource.entityMetadatas.flatMap((metadata) => metadata.checks.map(({ name }) => name));
    expect(Object.keys(BAD).sort()).toEqual(checks.sort());
  });

  it('refuses what its checks forbid', async () => {
    for (const metadata of database.dataSource.entityMetadatas) {
      for (const { name } of metadata.checks) {
        const bad = { ...sampleOf(metadata), ...BAD[name] };
        const refusal = await refusedBy((manager) => manager.insert(metadata.target, bad), writerOf(metadata));
        expect([name, refusal]).toEqual([name, name]);
      }
    }
  });

  it('refuses the same thing twice', async () => {
    for (const metadata of database.dataSource.entityMetadatas) {
      // What holds the whole key besides is refused by the key itself.
      const names = [...metadata.uniques, ...metadata.indices.filter(({ isUnique }) => isUnique)]
        .filter(({ columns }) => !metadata.primaryColumns.every((key) => columns.includes(key)))
        .map(({ name }) => name);
      for (const name of names) {
        const { first, again } = TWICE[name] ?? { again: {} };
        const refusal = await refusedBy(async (manager) => {
          if (first) await manager.insert(metadata.target, { ...sampleOf(metadata), ...freshKey(metadata), ...first });
          await manager.insert(metadata.target, {
            ...sampleOf(metadata),
            ...freshKey(metadata),
            ...otherKey(metadata),
            ...again,
          });
        }, writerOf(metadata));
        expect([name, refusal]).toEqual([name, name]);
      }
    }
  });

  it('refuses a reference to what does not exist', async () => {
    for (const metadata of database.dataSource.entityMetadatas) {
      for (const { name, columns } of metadata.foreignKeys) {
        const nowhere = Object.fromEntries(
          columns.map(({ propertyName, type }) => [propertyName, type === 'uuid' ? randomUUID() : 'nowhere']),
        );
        // Without the triggers that stamp and lock rows: here the reference itself must refuse.
        const refusal = await refusedBy(async (manager) => {
          await manager.query(`ALTER TABLE ${metadata.tableName} DISABLE TRIGGER USER`);
          await manager
            .createQueryBuilder()
            .update(metadata.target)
            .set({ ...nowhere, ...BESIDE[name] })
            .execute();
        }, owner);
        expect([name, refusal]).toEqual([name, name]);
      }
    }
  });

  it('is written once and never changed, when it records what happened', async () => {
    const appendOnly = owner.entityMetadatas.filter(
      (each) => each.findColumnWithPropertyName('updatedAt') === undefined && !COMES_AND_GOES.includes(each.tableName),
    );
    expect(appendOnly.map(({ tableName }) => tableName).sort()).toEqual([
      'access_log',
      'case_escalation',
      'change_log',
      'household_status_event',
      'offer_contact',
      'panel_entry',
      'proposal_event',
      'purge_record',
      'retention_term',
      'role_review',
      'tenancy_event',
      'trace_link',
      'unit_status_event',
      'workflow',
    ]);
    for (const { tableName } of appendOnly) {
      for (const statement of [
        `UPDATE ${tableName} SET at = now()`,
        `DELETE FROM ${tableName}`,
        `TRUNCATE ${tableName} CASCADE`,
      ]) {
        await expect(database.dataSource.query(statement)).rejects.toThrow('permission denied');
        await expect(owner.query(statement)).rejects.toThrow('never changed or removed');
      }
    }
  });

  it('belongs to the owner, not to the application', async () => {
    const [{ current_user: user, is_superuser: superuser }] = await database.dataSource.query(
      `SELECT current_user, current_setting('is_superuser') AS is_superuser`,
    );
    expect({ user, superuser }).toEqual({ user: 'woonplek_app', superuser: 'off' });
    for (const statement of [
      'CREATE TABLE mine (id integer)',
      'ALTER TABLE access_log DISABLE TRIGGER ALL',
      'DROP TRIGGER access_log_append_only ON access_log',
      'TRUNCATE household CASCADE',
    ]) {
      await expect(database.dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('keeps dates as dates, whatever the time zone of the process, also in raw queries', async () => {
    const [row] = await database.dataSource.query(`SELECT start_date FROM placement`);
    expect(row).toEqual({ start_date: '2025-01-01' });
  });

  it('gives the snapshot of a round only to who asks for it', async () => {
    const where = { id: SAMPLE.run };
    const runs = database.dataSource.getRepository(MatchRunEntity);
    expect((await runs.findOneByOrFail(where)).snapshot).toBeUndefined();
    expect((await runs.findOneOrFail({ where, select: { id: true, snapshot: true } })).snapshot).toBe('{}');
  });
});

/** Keys that are no uuid: another value that the checks of the table allow. */
function otherKey(metadata: EntityMetadata): Row {
  return metadata.tableName === 'policy' ? { id: 'noord-2' } : {};
}
