import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { clientRequestKinds, lastDayToAnswer, restrictionAtOnce } from '../../core/review/client-request-transitions';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import { addDays } from '../../core/time/calendar';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { invalidInput, type InputFault } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import { requestAnswer, restrictionAnswer } from './client-request-answer';
import type { ClientRequestsDto, NewClientRequestDto, RequestLineDto, RequestListQuery } from './client-request.dto';
import { lockedHousehold, ownHousehold } from './own-household';
import { pauseAfterObjection } from './pause-after-objection';
import { listRequests } from './request-list.queries';
import { RestrictionService } from './restriction.service';

/** How long ago a request that is recorded now can have come in. */
const OLDEST_DAYS = 366;

/** What clients ask about their own data (AVG articles 15, 16, 18 and 21), with the last day for an answer. */
@Injectable()
export class ClientRequestsService {
  constructor(
    private readonly database: DataSource,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  async list(actor: ActingAccount, query: RequestListQuery): Promise<Page<RequestLineDto>> {
    const of = { regionId: actor.regionId, today: this.clock.today() };
    const { items, total } = await listRequests(this.database.manager, of, query, window(query));
    return pageOf(items, total, query);
  }

  /** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
  ofClient(actor: ActingAccount, id: string): Promise<ClientRequestsDto> {
    return inTransaction(
      this.database,
      async (manager) => this.answer(manager, await ownHousehold(manager, actor, id)),
      { actor },
    );
  }

  /** Records a request; one that contests or objects restricts the processing at once. Throws 404 as above and 400. */
  record(actor: ActingAccount, id: string, asked: NewClientRequestDto): Promise<ClientRequestsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const household = await lockedHousehold(manager, actor, id);
        this.refuseWrongInput(asked);
        const kind = clientRequestKinds.toInternal(asked.soort);
        const requestId = randomUUID();
        const { regionId, ownerOrganisationId } = household;
        await manager.insert(ClientRequestEntity, {
          ...{ id: requestId, householdId: id, regionId, ownerOrganisationId, kind },
          receivedOn: asked.ontvangenOp,
          dueOn: lastDayToAnswer(asked.ontvangenOp, false),
          asked: asked.vraag,
          asksRestriction: asked.vraagtBeperking,
        });
        const ground = restrictionAtOnce(kind, asked.vraagtBeperking);
        if (ground !== null) await this.restrictions.start(manager, household, { requestId, ground });
        return this.answer(manager, household);
      },
      { actor },
    );
  }

  /** Everything that was asked for a household, as it stands in this transaction. */
  async answer(manager: EntityManager, { id }: Pick<HouseholdEntity, 'id'>): Promise<ClientRequestsDto> {
    const where = { householdId: id };
    const newestFirst = { createdAt: 'DESC', id: 'ASC' } as const;
    const requests = await manager.find(ClientRequestEntity, { where, order: { receivedOn: 'DESC', ...newestFirst } });
    const restrictions = await manager.find(HouseholdRestrictionEntity, {
      where,
      order: { since: 'DESC', ...newestFirst },
    });
    const today = this.clock.today();
    const isFree = restrictions.every(({ endedAt }) => endedAt !== null);
    const isObjecting = (await pauseAfterObjection(manager, { id })) !== null;
    const mayGoOn = isFree && !(await isPaused(manager, id));
    return {
      id,
      items: requests.map((request) => requestAnswer(request, today)),
      beperkingen: restrictions.map(restrictionAnswer),
      kanHervatten: isFree && isObjecting,
      geraakteVoorstellen: mayGoOn ? [] : await proposalsUnderWay(manager, id),
    };
  }

  private refuseWrongInput({ soort, ontvangenOp, vraagtBeperking }: NewClientRequestDto): void {
    const today = this.clock.today();
    const first = addDays(today, -OLDEST_DAYS);
    const faults: InputFault[] = [];
    if (ontvangenOp > today || ontvangenOp < first) {
      const verwacht = `een dag van ${first} tot en met ${today}`;
      faults.push({ in: 'body', veld: 'ontvangenOp', waarde: ontvangenOp, verwacht });
    }
    if (vraagtBeperking && soort !== 'correctie') {
      const verwacht = 'alleen bij een correctie; laat het anders weg';
      faults.push({ in: 'body', veld: 'vraagtBeperking', waarde: 'true', verwacht });
    }
    if (faults.length > 0) throw invalidInput(faults);
  }
}

async function isPaused(manager: EntityManager, id: string): Promise<boolean> {
  const [row] = await manager.query<{ status: string }[]>('SELECT status FROM household WHERE id = $1', [id]);
  return row?.status === 'paused';
}

async function proposalsUnderWay(
  manager: EntityManager,
  householdId: string,
): Promise<ClientRequestsDto['geraakteVoorstellen']> {
  const proposals = await manager.find(ProposalEntity, {
    where: { householdId, state: In([proposalTransitions.initial, ...HOLDING_STATES]) },
    order: { createdAt: 'DESC', id: 'ASC' },
  });
  const units = await manager.findBy(UnitEntity, { id: In(proposals.map(({ unitId }) => unitId)) });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return proposals.map(({ id, state, unitId }) => ({
    id,
    status: state,
    wooneenheid: { id: unitId, naam: names.get(unitId) ?? unitId },
  }));
}
