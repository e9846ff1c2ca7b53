import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { OPEN_HANDOVER_STATES } from '../../core/review/warm-handover-transitions';
import { systemOf } from '../../database/acting';
import { AccountEntity } from '../../database/entities/account.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { actingWithin } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import { handoverAnswer, type HandoverContext, lineAnswer } from './handover-answer';
import type { HandoverDto, HandoverLineDto, HandoverListQuery } from './handover.dto';

/** The last day of the next step, as `nextStepDueOn`. */
const DUE = `CASE handover.state WHEN 'gevraagd' THEN handover.dueOn WHEN 'aanvaard' THEN handover.takesOverOn END`;
/** Of these completed handovers: those that do not say any more who is responsible. Those of a household never overlap. */
const OVERTAKEN = `SELECT done.id FROM warm_handover done JOIN household h ON h.id = done.household_id
  WHERE done.id = ANY($1) AND (done.to_organisation_id IS NULL AND h.status <> 'closed' OR EXISTS (
    SELECT FROM warm_handover later WHERE later.household_id = done.household_id AND later.created_at > done.created_at
       AND (later.state = 'overgedragen' OR later.state = 'aanvaard' AND later.takes_over_on <= $2)))`;
const ORDER = { uiterlijkOp: DUE, gevraagdOp: 'handover.proposedOn', nummer: 'handover.clientReference' } as const;

/** What the reader may know of warm handovers: the database shows each role its own. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: ActingAccount, query: HandoverListQuery): Promise<Page<HandoverLineDto>> {
    const { manager } = this.database;
    const { regionId } = actor;
    const found = manager
      .createQueryBuilder(WarmHandoverEntity, 'handover')
      .select('handover.id', 'id')
      .where('handover.regionId = :regionId', { regionId });
    const { status, client, open, teLaat } = query;
    if (status !== undefined) found.andWhere('handover.state = :status', { status });
    if (client !== undefined) found.andWhere('handover.householdId = :client', { client });
    if (open !== undefined) {
      found.andWhere('(handover.state IN (:...states)) = :open', { states: [...OPEN_HANDOVER_STATES], open });
    }
    if (teLaat !== undefined) {
      found.andWhere(`coalesce(${DUE} < :today, false) = :teLaat`, { today: this.clock.today(), teLaat });
    }
    const total = await found.getCount();
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const ids = await found
      .orderBy(ORDER[field], direction, 'NULLS LAST')
      .addOrderBy('handover.id')
      .offset(skip)
      .limit(take)
      .getRawMany<{ id: string }>();
    const rows = await manager.findBy(WarmHandoverEntity, { id: In(ids.map(({ id }) => id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const context = await this.context(manager, actor, rows);
    return pageOf(
      ids.flatMap(({ id }) => byId.get(id) ?? []).map((row) => lineAnswer(row, context)),
      total,
      query,
    );
  }

  /** Throws 404 for one that this account may not see, as for one that does not exist. */
  async read(actor: ActingAccount, id: string): Promise<HandoverDto> {
    return this.answer(this.database.manager, actor, await this.seen(this.database.manager, actor, id));
  }

  async seen(manager: EntityManager, { regionId }: ActingAccount, id: string): Promise<WarmHandoverEntity> {
    const handover = await manager.findOneBy(WarmHandoverEntity, { id, regionId });
    if (handover === null) throw notFound('warme overdracht', id);
    return handover;
  }

  /** A handover as it stands in this transaction. */
  async answer(manager: EntityManager, actor: ActingAccount, handover: WarmHandoverEntity): Promise<HandoverDto> {
    const { decidedBy: id } = handover;
    const account = id === null ? null : await manager.findOneBy(AccountEntity, { id });
    const reader = { role: actor.role, decidedBy: account?.displayName ?? null };
    return handoverAnswer(handover, await this.context(manager, actor, [handover]), reader);
  }

  /** What is said beside these handovers. */
  private async context(
    manager: EntityManager,
    actor: ActingAccount,
    handovers: readonly WarmHandoverEntity[],
  ): Promise<HandoverContext> {
    const { regionId } = actor;
    const today = this.clock.today();
    const gemeenten = await manager.findBy(GemeenteEntity, { regionId });
    const done = handovers.filter(({ state }) => state === 'overgedragen').map(({ id }) => id);
    // The gemeente that took over does not see the handover by which the client left it again.
    const look = () => manager.query<{ id: string }[]>(OVERTAKEN, [done, today]);
    const overtaken = done.length === 0 ? [] : await actingWithin(manager, systemOf(regionId), look);
    return {
      today,
      names: new Map(gemeenten.map(({ id, name }) => [id, name])),
      answering: await this.answering(manager, actor),
      overtaken: new Set(overtaken.map(({ id }) => id)),
    };
  }

  /** Gemeenten, as organisations, that have somebody who can answer. */
  async answering(manager: EntityManager, { regionId }: ActingAccount): Promise<ReadonlySet<string>> {
    const found = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT organisation_id AS id FROM role_assignment
        WHERE region_id = $1 AND role = 'gemeente' AND ended_at IS NULL
          AND valid_from <= $2 AND (valid_until IS NULL OR valid_until >= $2)`,
      [regionId, this.clock.today()],
    );
    return new Set(found.map(({ id }) => id));
  }
}
