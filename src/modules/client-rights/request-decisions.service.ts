import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import {
  clientRequestTransitions,
  lastDayToAnswer,
  restrictionGrounds,
} from '../../core/review/client-request-transitions';
import { transition } from '../../core/review/validate-transitions';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { isLate } from './client-request-answer';
import type { ClientRequestsDto, EndRestrictionDto, RequestDecisionDto } from './client-request.dto';
import { ClientRequestsService } from './client-requests.service';
import { lockedHousehold } from './own-household';
import { RestrictionService } from './restriction.service';

type Decision<B extends RequestDecisionDto['besluit']> = Extract<RequestDecisionDto, { besluit: B }>;

/** What people decide about the requests of a client, and what that does to a restriction of processing. */
@Injectable()
export class RequestDecisionsService {
  constructor(
    private readonly database: DataSource,
    private readonly requests: ClientRequestsService,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404 for a client that this account may not see or a request that is not of that client, 400 where the decision
   * misses something, and 409 when the request has changed or its state does not allow the step.
   */
  decide(
    actor: ActingAccount,
    { householdId, requestId }: { readonly householdId: string; readonly requestId: string },
    decision: RequestDecisionDto,
  ): Promise<ClientRequestsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const household = await lockedHousehold(manager, actor, householdId);
        const request = await lockedRequest(manager, householdId, requestId);
        if (request.version !== decision.versie) {
          const detail = 'Dit verzoek is intussen gewijzigd. Bekijk het opnieuw.';
          throw conflict('intussen-gewijzigd', 'Verzoek is intussen gewijzigd', detail, { versie: request.version });
        }
        const { to } = transition(clientRequestTransitions, request.state, decision.besluit);
        if (decision.besluit === 'verlengen') this.extend(request, decision);
        else {
          await this.settle(manager, actor, { household, request }, decision);
          request.state = to;
        }
        await manager.save(request);
        return this.requests.answer(manager, household);
      },
      { actor },
    );
  }

  /** Ends one restriction by hand. Throws 404 as above, 400 for a day that cannot be, and 409 for one that has ended. */
  endRestriction(
    actor: ActingAccount,
    { householdId, restrictionId }: { readonly householdId: string; readonly restrictionId: string },
    { toelichting, clientGeinformeerdOp }: EndRestrictionDto,
  ): Promise<ClientRequestsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const household = await lockedHousehold(manager, actor, householdId);
        const restriction = await manager.findOneBy(HouseholdRestrictionEntity, { id: restrictionId, householdId });
        if (restriction === null) throw notFound('beperking', restrictionId);
        if (restriction.endedAt !== null) {
          throw conflict('beperking-is-opgeheven', 'Beperking is al opgeheven', 'Deze beperking is al opgeheven.');
        }
        const faults = this.dayFaults(restriction, clientGeinformeerdOp);
        if (faults.length > 0) throw invalidInput(faults);
        const end = { note: toelichting, toldOn: clientGeinformeerdOp };
        await this.restrictions.end(manager, actor, restriction.id, end);
        return this.requests.answer(manager, household);
      },
      { actor },
    );
  }

  /** Grants a correction, whose request the caller holds, and ends the restriction that came with it. */
  async grantCorrection(
    manager: EntityManager,
    actor: ActingAccount,
    of: { readonly household: HouseholdEntity; readonly request: ClientRequestEntity },
    { antwoord, clientGeinformeerdOp }: Pick<Decision<'inwilligen'>, 'antwoord' | 'clientGeinformeerdOp'>,
  ): Promise<void> {
    const { to } = transition(clientRequestTransitions, of.request.state, 'inwilligen');
    const { version: versie } = of.request;
    await this.settle(manager, actor, of, { besluit: 'inwilligen', antwoord, clientGeinformeerdOp, versie });
    of.request.state = to;
    await manager.save(of.request);
  }

  private extend(request: ClientRequestEntity, { reden }: Decision<'verlengen'>): void {
    const today = this.clock.today();
    if (request.extendedOn !== null) {
      throw conflict('al-verlengd', 'Termijn is al verlengd', 'De termijn kan maar één keer worden verlengd.');
    }
    if (isLate(request, today)) {
      const detail = 'Verlengen kan alleen binnen de eerste maand. Beantwoord het verzoek zo snel mogelijk.';
      throw conflict('termijn-voorbij', 'Termijn is al voorbij', detail);
    }
    request.extendedOn = today;
    request.extensionReason = reden;
    request.dueOn = lastDayToAnswer(request.receivedOn, true);
  }

  private async settle(
    manager: EntityManager,
    actor: ActingAccount,
    { household, request }: { readonly household: HouseholdEntity; readonly request: ClientRequestEntity },
    decision: Exclude<RequestDecisionDto, Decision<'verlengen'>>,
  ): Promise<void> {
    const started = await manager.findOneBy(HouseholdRestrictionEntity, { requestId: request.id, endedAt: IsNull() });
    const toldOn = decision.besluit === 'intrekken' ? null : (decision.clientGeinformeerdOp ?? null);
    if (decision.besluit !== 'intrekken') this.refuseWrongInput(request, started, decision);
    if (decision.besluit === 'inwilligen') await this.grant(manager, household, request, decision);
    if (started !== null) {
      const note = `Het verzoek is ${WORDS[decision.besluit]}.`;
      await this.restrictions.end(manager, actor, started.id, { note, toldOn });
    }
    request.answer = decision.antwoord ?? null;
    request.decidedAt = this.clock.now();
    request.decidedBy = actor.accountId;
  }

  private async grant(
    manager: EntityManager,
    household: HouseholdEntity,
    request: ClientRequestEntity,
    { grond }: Decision<'inwilligen'>,
  ): Promise<void> {
    if (grond !== undefined) {
      const ground = restrictionGrounds.toInternal(grond);
      await this.restrictions.start(manager, household, { requestId: request.id, ground });
    }
    // Who rightly objects is not looked for a home any more (AVG article 21 lid 1), also when the restriction has ended.
    const isInRounds = household.status === 'waiting' || household.status === 'paused';
    // Who goes to another gemeente is out of them already, and stays so for that reason when the objection is over.
    if (request.kind === 'objection' && isInRounds && household.pauseReason !== 'handover') {
      // Without a last day, also where a pause had one.
      const endless = { status: 'paused', pausedUntil: null, pauseReason: null } as const;
      await manager.update(HouseholdEntity, { id: household.id }, endless);
    }
  }

  /** Everything that the decision misses or says too much, at once. */
  private refuseWrongInput(
    { kind }: ClientRequestEntity,
    started: HouseholdRestrictionEntity | null,
    decision: Decision<'inwilligen'> | Decision<'afwijzen'>,
  ): void {
    const faults: InputFault[] = [];
    const grond = decision.besluit === 'inwilligen' ? decision.grond : undefined;
    if (decision.besluit === 'inwilligen' && (kind === 'restriction') !== (grond !== undefined)) {
      const verwacht =
        kind === 'restriction'
          ? `verplicht bij een beperking: een van ${restrictionGrounds.publicCodes.join(', ')}`
          : 'alleen bij een beperking; laat het anders weg';
      faults.push({ in: 'body', veld: 'grond', waarde: grond ?? null, verwacht });
    }
    const toldOn = decision.clientGeinformeerdOp;
    if (started !== null) faults.push(...this.dayFaults(started, toldOn));
    else if (toldOn !== undefined) {
      const verwacht = 'alleen als door dit verzoek de verwerking is beperkt; laat het anders weg';
      faults.push({ in: 'body', veld: 'clientGeinformeerdOp', waarde: toldOn, verwacht });
    }
    if (faults.length > 0) throw invalidInput(faults);
  }

  private dayFaults({ since }: HouseholdRestrictionEntity, toldOn: string | undefined): InputFault[] {
    const today = this.clock.today();
    if (toldOn !== undefined && toldOn >= since && toldOn <= today) return [];
    const verwacht = `de dag waarop de cliënt hoorde dat de beperking eindigt: van ${since} tot en met ${today}`;
    return [{ in: 'body', veld: 'clientGeinformeerdOp', waarde: toldOn ?? null, verwacht }];
  }
}

const WORDS = { inwilligen: 'ingewilligd', afwijzen: 'afgewezen', intrekken: 'ingetrokken door de cliënt' } as const;

async function lockedRequest(manager: EntityManager, householdId: string, id: string): Promise<ClientRequestEntity> {
  const request = await manager.findOne(ClientRequestEntity, {
    where: { id, householdId },
    lock: { mode: 'pessimistic_write' },
  });
  if (request === null) throw notFound('verzoek', id);
  return request;
}
