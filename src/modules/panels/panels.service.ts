import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { panelEntryKinds, panelKinds, panelNeeds, type PanelEntryKind } from '../../core/review/case-panels';
import { PanelAttendeeEntity } from '../../database/entities/panel-attendee.entity';
import { PanelCaseEntity } from '../../database/entities/panel-case.entity';
import { PanelEntryEntity } from '../../database/entities/panel-entry.entity';
import { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';
import { systemOf } from '../../database/acting';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { readWorkflowSetting } from '../../database/read-workflow-setting';
import { actingWithin } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { holds, type Role } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import { invitable } from './invitable';
import { type PanelStanding, standingOf } from './panel-standing';
import type { PanelDto, PanelLineDto, PanelListQuery } from './panel.dto';

/** What the reader may know of meetings: the database shows a member only those that they are invited to. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list({ regionId }: ActingAccount, query: PanelListQuery): Promise<Page<PanelLineDto>> {
    const { manager } = this.database;
    const { soort, status } = query;
    const { field, direction } = orderOf(query.sorteer);
    const kind = soort && panelKinds.toInternal(soort);
    const [meetings, total] = await manager.findAndCount(PanelMeetingEntity, {
      where: { regionId, ...(kind && { kind }), ...(status && withStanding(status)) },
      order: { ...(field === 'op' ? { heldOn: direction } : { title: direction }), id: 'ASC' },
      ...window(query),
    });
    const counts = await manager.query<{ id: string; count: number }[]>(
      `SELECT meeting_id AS id, count(*)::int AS count FROM panel_case WHERE meeting_id = ANY ($1) AND withdrawn_at IS NULL GROUP BY 1`,
      [meetings.map(({ id }) => id)],
    );
    const cases = new Map(counts.map(({ id, count }) => [id, count]));
    return pageOf(
      meetings.map((meeting) => lineAnswer(meeting, cases.get(meeting.id) ?? 0)),
      total,
      query,
    );
  }

  /** Throws 404 for a meeting that this account may not see, as for one that does not exist. */
  async read(actor: ActingAccount, id: string): Promise<PanelDto> {
    return this.database.transaction(async (manager) =>
      this.answer(manager, actor, await this.seen(manager, actor, id)),
    );
  }

  async seen(manager: EntityManager, { regionId }: ActingAccount, id: string): Promise<PanelMeetingEntity> {
    const meeting = await manager.findOneBy(PanelMeetingEntity, { id, regionId });
    if (meeting === null) throw notFound('bijeenkomst', id);
    return meeting;
  }

  /** A meeting as it stands in this transaction. */
  async answer(manager: EntityManager, actor: ActingAccount, meeting: PanelMeetingEntity): Promise<PanelDto> {
    const where = { meetingId: meeting.id };
    const attendees = await manager.find(PanelAttendeeEntity, {
      where: { ...where, withdrawnAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const cases = await this.shown(manager, actor, where.meetingId);
    const entries = await manager.find(PanelEntryEntity, { where, order: { at: 'ASC', id: 'ASC' } });
    const names = await this.names(manager, { meeting, attendees, cases, entries });
    const nameOf = (id: string): string => names.get(id) ?? '';
    const isOpen = standingOf(meeting) === 'gepland' && holds(actor.role, 'panel.manage');
    const known = new Set(attendees.map(({ accountId }) => accountId));
    const people = isOpen ? await invitable(manager, actor.regionId, this.clock.today()) : [];
    return {
      ...lineAnswer(meeting, cases.length),
      deelnemers: attendees.map(({ id, accountId, organisationId, present }) => ({
        id,
        persoon: { id: accountId, naam: nameOf(accountId) },
        organisatie: { id: organisationId, naam: nameOf(organisationId) },
        aanwezig: present,
      })),
      agenda: cases.map((each) => ({
        id: each.id,
        client: { id: each.householdId, nummer: each.clientReference },
        vraag: each.question,
        inbrenger: nameOf(each.broughtBy),
        gegevens: each.shared.map(({ need, value }) => ({ ...panelNeeds.named(need), waarde: value })),
        bijdragen: entries
          .filter(({ caseId }) => caseId === each.id)
          .map(({ kind, text, actor: by, at }) => ({
            ...{ soort: panelEntryKinds.named(kind), tekst: text, door: nameOf(by), op: at.toISOString() },
          })),
      })),
      vastgesteldDoor: meeting.closedBy === null ? null : nameOf(meeting.closedBy),
      vastgesteldOp: meeting.closedAt?.toISOString() ?? null,
      afgelast:
        meeting.cancelledAt === null
          ? null
          : {
              ...{ door: nameOf(meeting.cancelledBy ?? ''), op: meeting.cancelledAt.toISOString() },
              reden: meeting.cancelledNote ?? '',
            },
      uitTeNodigen: people.filter(({ persoon }) => !known.has(persoon.id)),
      teDelen: isOpen ? (await this.shareable(manager, actor.regionId)).map((need) => panelNeeds.named(need)) : [],
      bijdragenVan: entryKindsOf(meeting, actor.role).map((kind) => panelEntryKinds.toPublic(kind)),
      versie: meeting.version,
    };
  }

  /** A member is told nothing of a client while the processing of the data is restricted (AVG article 18). */
  private async shown(manager: EntityManager, actor: ActingAccount, meetingId: string): Promise<PanelCaseEntity[]> {
    const cases = await manager.find(PanelCaseEntity, {
      where: { meetingId, withdrawnAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    if (actor.role !== 'veldtafel' || cases.length === 0) return cases;
    const householdIds = cases.map(({ householdId }) => householdId);
    const restricted = await actingWithin(manager, systemOf(actor.regionId, actor.accountId), () =>
      readOpenRestrictions(manager, { householdIds }),
    );
    return cases.filter(({ householdId }) => !restricted.has(householdId));
  }

  /** What the region allows a table to be told. A region that agreed nothing shares nothing. */
  async shareable(manager: EntityManager, regionId: string) {
    const setting = await readWorkflowSetting(manager, regionId, 'panel-sharing', this.clock.today());
    return setting?.document.needs ?? [];
  }

  private async names(
    manager: EntityManager,
    of: {
      readonly meeting: PanelMeetingEntity;
      readonly attendees: readonly PanelAttendeeEntity[];
      readonly cases: readonly PanelCaseEntity[];
      readonly entries: readonly PanelEntryEntity[];
    },
  ): Promise<ReadonlyMap<string, string>> {
    const ids = [
      ...of.attendees.flatMap(({ accountId, organisationId }) => [accountId, organisationId]),
      ...of.cases.map(({ broughtBy }) => broughtBy),
      ...of.entries.map(({ actor }) => actor),
      ...[of.meeting.closedBy, of.meeting.cancelledBy].filter((id) => id !== null),
    ];
    const found = await manager.query<{ id: string; name: string }[]>(
      `SELECT id, display_name AS name FROM account WHERE id = ANY ($1)
       UNION ALL SELECT id, name FROM organisation WHERE id = ANY ($1)`,
      [ids],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

/** What somebody may write about a case now: nothing once the meeting is called off, after the minutes are closed only a note, and the decision by who prepares. */
export function entryKindsOf(meeting: PanelMeetingEntity, role: Role): PanelEntryKind[] {
  const standing = standingOf(meeting);
  if (!holds(role, 'panel.write') || standing === 'afgelast') return [];
  if (standing === 'vastgesteld') return ['note'];
  return holds(role, 'panel.manage') ? ['advice', 'decision'] : ['advice'];
}

function lineAnswer(meeting: PanelMeetingEntity, cases: number): PanelLineDto {
  const { id, kind, title, heldOn } = meeting;
  return { id, soort: panelKinds.named(kind), titel: title, op: heldOn, status: standingOf(meeting), zaken: cases };
}

function withStanding(standing: PanelStanding): FindOptionsWhere<PanelMeetingEntity> {
  return standing === 'afgelast' ? { cancelledAt: Not(IsNull()) } : { state: standing, cancelledAt: IsNull() };
}
