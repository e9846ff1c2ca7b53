import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { offerChannels } from '../../core/review/offer-contacts';
import { transition } from '../../core/review/validate-transitions';
import { warmHandoverTransitions, type WarmHandoverAction } from '../../core/review/warm-handover-transitions';
import { waitsOn } from '../../core/review/waits-on';
import { addMonths } from '../../core/time/calendar';
import { systemOf } from '../../database/acting';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { CallsService } from '../notifications/calls.service';
import { answersItself } from './handover-answer';
import type { HandoverCompletionDto, HandoverDto, HandoverReplyDto, HandoverWithdrawalDto } from './handover.dto';
import { HandoversService } from './handovers.service';
import { refuseRunningCase } from './refuse-running-case';

/** How far ahead the day of taking over can be agreed. */
const LATEST_BY_MONTHS = 12;

/** What of a household tells whether it takes part in rounds. */
type Standing = Pick<HouseholdEntity, 'status' | 'pausedUntil' | 'pauseReason' | 'statusNote'>;
/** An objection that was granted keeps a client out of the rounds without a last day. */
const OBJECTED: Standing = { status: 'paused', pausedUntil: null, pauseReason: null, statusNote: null };

interface Locked {
  readonly handover: WarmHandoverEntity;
  readonly household: HouseholdEntity;
}

/**
 * The steps of a warm handover after it was asked. Whoever may see it may take its steps; what a step writes is the system's,
 * because a gemeente sees no file. All throw 404 for one that this account may not see, and 409 for an old version or a step
 * that the state does not know.
 */
@Injectable()
export class HandoverStepsService {
  constructor(
    private readonly database: DataSource,
    private readonly handovers: HandoversService,
    private readonly restrictions: RestrictionService,
    private readonly calls: CallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts or declines. A gemeente answers for itself; where it has nobody here a coordinator writes down who answered, how,
   * and where the proof is. Throws 400 for a day or a record that cannot be, and 409 while a client who leaves has a case,
   * or does not wait.
   */
  answer(actor: ActingAccount, id: string, reply: HandoverReplyDto): Promise<HandoverDto> {
    return this.take(actor, id, { action: reply.antwoord, version: reply.versie }, async (manager, locked) => {
      const { handover, household } = locked;
      if (actor.role !== 'gemeente' && answersItself(handover, await this.handovers.answering(manager, actor))) {
        throw conflict(
          'gemeente-antwoordt-zelf',
          'De gemeente antwoordt zelf',
          'Deze gemeente heeft mensen in Woonplek. Zij geeft zelf het antwoord.',
        );
      }
      this.refuseWrongAnswer(actor, handover, reply);
      const { namens } = reply;
      handover.answeredOn = namens?.op ?? this.clock.today();
      handover.answeredBy = namens?.door ?? null;
      handover.answerChannel = namens ? offerChannels.toInternal(namens.wijze) : null;
      handover.answerEvidence = namens?.bewijs ?? null;
      handover.decidedBy = actor.accountId;
      handover.decidedAt = this.clock.now();
      handover.answerNote = reply.antwoord === 'weigeren' ? reply.reden : reply.toelichting;
      if (reply.antwoord === 'weigeren') return;
      await this.restrictions.refuseRestricted(manager, household.id);
      handover.takesOverOn = reply.overnameOp;
      if (handover.toOrganisationId !== null) return;
      await refuseRunningCase(manager, household.id, this.clock.today());
      const { status } = household;
      if (status !== 'waiting' && status !== 'paused') {
        throw conflict(
          'wacht-niet',
          'Cliënt wacht niet',
          'Deze cliënt wacht niet op een woonplek. Trek de overdracht in.',
        );
      }
      handover.earlierStatus = status;
      handover.earlierPausedUntil = household.pausedUntil;
      handover.earlierPauseReason = household.pauseReason;
      handover.earlierStatusNote = household.statusNote;
      const statusNote = `Warme overdracht aan ${handover.toGemeenteName}`;
      const paused = { status: 'paused', pausedUntil: null, pauseReason: 'handover', statusNote } as const;
      await manager.update(HouseholdEntity, { id: household.id }, paused);
    });
  }

  /** Takes it back, also after the other gemeente accepted: the client waits here again, or is paused as before. */
  withdraw(actor: ActingAccount, id: string, { reden, versie }: HandoverWithdrawalDto): Promise<HandoverDto> {
    return this.take(actor, id, { action: 'intrekken', version: versie }, async (manager, { handover, household }) => {
      handover.endedNote = reden;
      if (household.pauseReason !== 'handover') return;
      const objected = await this.restrictions.isPausedByObjection(manager, household);
      const before = objected ? OBJECTED : this.before(handover);
      await manager.update(HouseholdEntity, { id: household.id }, before);
    });
  }

  /** Writes down that it took place. Who leaves the region has their file closed on that day. Throws 400 and 409 as `answer`. */
  complete(actor: ActingAccount, id: string, wish: HandoverCompletionDto): Promise<HandoverDto> {
    const { op, toelichting, versie } = wish;
    return this.take(actor, id, { action: 'voltooien', version: versie }, async (manager, { handover, household }) => {
      const today = this.clock.today();
      const first = handover.takesOverOn ?? today;
      if (op < first || op > today) {
        const verwacht =
          first > today ? `een dag vanaf ${first}; dat is nog niet zover` : `een dag van ${first} tot en met ${today}`;
        throw invalidInput([{ in: 'body', veld: 'op', waarde: op, verwacht }]);
      }
      handover.completedOn = op;
      handover.endedNote = toelichting;
      if (handover.toOrganisationId !== null) return;
      await refuseRunningCase(manager, household.id, today);
      const statusNote = `Overgedragen aan ${handover.toGemeenteName}`;
      const closed = {
        ...({ status: 'closed', closedOn: op, closingReason: 'transferred', statusNote } as const),
        ...{ pausedUntil: null, pauseReason: null },
      };
      await manager.update(HouseholdEntity, { id: household.id }, closed);
    });
  }

  /** How the household stood before the acceptance, as it would stand today: a pause may be over by now. */
  private before(handover: WarmHandoverEntity): Standing {
    const {
      earlierPausedUntil: pausedUntil,
      earlierPauseReason: pauseReason,
      earlierStatusNote: statusNote,
    } = handover;
    const status = handover.earlierStatus ?? 'waiting';
    if (!waitsOn({ status, pausedUntil }, this.clock.today())) return { status, pausedUntil, pauseReason, statusNote };
    return {
      status: 'waiting',
      pausedUntil: null,
      pauseReason: null,
      statusNote: status === 'waiting' ? statusNote : null,
    };
  }

  /** One step in one transaction, after what is under way for proposals of the region. */
  private take(
    actor: ActingAccount,
    id: string,
    { action, version }: { readonly action: WarmHandoverAction; readonly version: number },
    work: (manager: EntityManager, locked: Locked) => Promise<void>,
  ): Promise<HandoverDto> {
    const step = async (manager: EntityManager): Promise<HandoverDto> => {
      await this.handovers.seen(manager, actor, id);
      await lockProposalsOf(manager, actor.regionId);
      const handover = await actingWithin(manager, systemOf(actor.regionId, actor.accountId), async () => {
        const locked = await lockedHandover(manager, id);
        if (locked.handover.version !== version) {
          const detail = 'Deze overdracht is intussen gewijzigd. Bekijk haar opnieuw.';
          throw conflict('intussen-gewijzigd', 'Overdracht is intussen gewijzigd', detail, {
            versie: locked.handover.version,
          });
        }
        const { to } = transition(warmHandoverTransitions, locked.handover.state, action);
        await work(manager, locked);
        locked.handover.state = to;
        await this.tell(manager, actor, locked.handover, action);
        return manager.save(locked.handover);
      });
      return this.handovers.answer(manager, actor, handover);
    };
    return inTransaction(this.database, step, { actor });
  }

  /** Who goes on with it: the coordinators after an answer, and the gemeente that need not answer any more. */
  private async tell(
    manager: EntityManager,
    { accountId: by }: ActingAccount,
    { id: handoverId, regionId, toOrganisationId }: WarmHandoverEntity,
    action: WarmHandoverAction,
  ): Promise<void> {
    const told = { regionId, about: { handoverId }, by };
    if (action === 'aanvaarden' || action === 'weigeren') {
      await this.calls.tell(manager, { ...told, call: 'overdracht-beantwoord', roles: ['coordinator'] });
    } else if (action === 'intrekken' && toOrganisationId !== null) {
      const gemeente = { roles: ['gemeente'], organisationId: toOrganisationId } as const;
      await this.calls.tell(manager, { ...told, call: 'overdracht-ingetrokken', ...gemeente });
    }
  }

  private refuseWrongAnswer({ role }: ActingAccount, handover: WarmHandoverEntity, reply: HandoverReplyDto): void {
    const today = this.clock.today();
    const faults: InputFault[] = [];
    const { namens } = reply;
    if (role === 'gemeente' && namens !== null) {
      const verwacht = 'leeg: u antwoordt zelf voor uw gemeente';
      faults.push({ in: 'body', veld: 'namens', waarde: namens.door, verwacht });
    }
    if (role !== 'gemeente' && namens === null) {
      const verwacht = 'wie namens de gemeente antwoordde, wanneer, hoe, en waar het bewijs is';
      faults.push({ in: 'body', veld: 'namens', waarde: null, verwacht });
    }
    if (namens !== null && (namens.op < handover.proposedOn || namens.op > today)) {
      const verwacht = `een dag van ${handover.proposedOn} tot en met ${today}`;
      faults.push({ in: 'body', veld: 'namens.op', waarde: namens.op, verwacht });
    }
    if (reply.antwoord === 'aanvaarden') {
      const first = namens?.op ?? today;
      const last = addMonths(today, LATEST_BY_MONTHS);
      if (reply.overnameOp < first || reply.overnameOp > last) {
        const verwacht = `een dag van ${first}, de dag van het antwoord, tot en met ${last}`;
        faults.push({ in: 'body', veld: 'overnameOp', waarde: reply.overnameOp, verwacht });
      }
    }
    if (faults.length > 0) throw invalidInput(faults);
  }
}

async function lockedHandover(manager: EntityManager, id: string): Promise<Locked> {
  const handover = await manager.findOneOrFail(WarmHandoverEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  const household = await manager.findOneOrFail(HouseholdEntity, {
    where: { id: handover.householdId },
    lock: { mode: 'for_no_key_update' },
  });
  return { handover, household };
}
