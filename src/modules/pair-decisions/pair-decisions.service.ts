import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, type EntityManager } from 'typeorm';
import { MAX_DECISION_DAYS, pairDecisionKinds } from '../../core/review/pair-decisions';
import { addDays, isIsoDate } from '../../core/time/calendar';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PairDecisionEntity } from '../../database/entities/pair-decision.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import { RestrictionService } from '../client-rights/restriction.service';
import { DecisionCheckService } from './decision-check.service';
import type {
  LiftRequestDto,
  PairDecisionDto,
  PairDecisionListQuery,
  PairDecisionRequestDto,
} from './pair-decision.dto';
import { listPairDecisions, onePairDecision } from './pair-decisions.queries';

/** Pins, bans and exceptions: what people decide about one client and one home, with a reason and a last day. */
@Injectable()
export class PairDecisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly check: DecisionCheckService,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: PairDecisionListQuery): Promise<Page<PairDecisionDto>> {
    const today = this.clock.today();
    const found = await listPairDecisions(this.dataSource.manager, { regionId, today }, query, window(query));
    return pageOf(found.items, found.total, query);
  }

  async get(regionId: string, id: string): Promise<PairDecisionDto> {
    return this.one(this.dataSource.manager, regionId, id);
  }

  /**
   * Takes a decision. Throws 400 for a client, home, rule or day that cannot be, and 409 where the decision would contradict
   * what holds already: a rule, another decision, a proposal that was approved, a restriction of processing.
   */
  take(actor: ActingAccount, request: PairDecisionRequestDto): Promise<PairDecisionDto> {
    const work = async (manager: EntityManager): Promise<PairDecisionDto> => {
      await lockProposalsOf(manager, actor.regionId);
      const { ownerOrganisationId } = await this.refuseWrongInput(manager, actor.regionId, request);
      await this.restrictions.refuseRestricted(manager, request.clientId);
      const kind = pairDecisionKinds.toInternal(request.soort);
      const ruleId = request.soort === 'uitzondering' ? request.regel : null;
      const pair = { householdId: request.clientId, unitId: request.wooneenheidId };
      const same = { ...pair, kind, ruleId: ruleId ?? IsNull(), liftedAt: IsNull() };
      // One that is past its last day makes room for the new one, and stays in the record.
      await manager.update(
        PairDecisionEntity,
        { ...same, until: LessThan(this.clock.today()) },
        { liftedAt: this.clock.now(), ...liftedAs(actor), liftedNote: 'Verlopen; er is een nieuw besluit.' },
      );
      if (await manager.existsBy(PairDecisionEntity, same)) {
        throw conflict(
          'besluit-bestaat-al',
          'Dit besluit is er al',
          'Voor deze cliënt en woonplek geldt dit besluit al.',
        );
      }
      await this.check.refuseContradiction(manager, actor.regionId, { ...pair, kind, ruleId });
      const id = randomUUID();
      await manager.insert(PairDecisionEntity, {
        id,
        regionId: actor.regionId,
        ownerOrganisationId,
        kind,
        ...pair,
        ruleId,
        reasonCode: null,
        reason: request.reden,
        until: request.tot,
        proposalEventId: null,
      });
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.dataSource, work, { actor });
  }

  /** Ends a decision today. Throws 404, and 409 for one that no longer holds. */
  lift(actor: ActingAccount, id: string, { toelichting }: LiftRequestDto): Promise<PairDecisionDto> {
    const work = async (manager: EntityManager): Promise<PairDecisionDto> => {
      await lockProposalsOf(manager, actor.regionId);
      const { status } = await this.one(manager, actor.regionId, id);
      if (status !== 'geldig') {
        throw conflict('besluit-geldt-niet-meer', 'Besluit geldt niet meer', `Dit besluit is al ${status}.`, {
          statusBesluit: status,
        });
      }
      const lifted = { liftedAt: this.clock.now(), ...liftedAs(actor), liftedNote: toelichting };
      await manager.update(PairDecisionEntity, { id }, lifted);
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.dataSource, work, { actor });
  }

  private async one(manager: EntityManager, regionId: string, id: string): Promise<PairDecisionDto> {
    const found = await onePairDecision(manager, { regionId, today: this.clock.today() }, id);
    if (found === null) throw notFound('besluit', id);
    return found;
  }

  private async refuseWrongInput(
    manager: EntityManager,
    regionId: string,
    { clientId, wooneenheidId, tot }: PairDecisionRequestDto,
  ): Promise<UnitEntity> {
    const today = this.clock.today();
    const last = addDays(today, MAX_DECISION_DAYS);
    const household = await manager.findOneBy(HouseholdEntity, { id: clientId, regionId });
    const unit = await manager.findOneBy(UnitEntity, { id: wooneenheidId, regionId });
    const faults: InputFault[] = [];
    const fault = (veld: string, waarde: string, verwacht: string) =>
      faults.push({ in: 'body', veld, waarde, verwacht });
    if (household === null) fault('clientId', clientId, 'een cliënt van deze regio');
    if (unit === null) fault('wooneenheidId', wooneenheidId, 'een woonplek van deze regio');
    if (!isIsoDate(tot) || tot < today || tot > last) fault('tot', tot, `een dag van ${today} tot en met ${last}`);
    if (faults.length > 0 || unit === null) throw invalidInput(faults);
    return unit;
  }
}

function liftedAs({ accountId, role, organisationId }: ActingAccount) {
  return { liftedBy: accountId, liftedRole: role, liftedOrganisationId: organisationId };
}
