import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { lastDayToAnswerHandover, OPEN_HANDOVER_STATES } from '../../core/review/warm-handover-transitions';
import { systemOf } from '../../database/acting';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { isDutchHoliday } from '../../platform/calendar/dutch-holidays';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { CallsService } from '../notifications/calls.service';
import type { HandoverDto, NewHandoverDto } from './handover.dto';
import { HandoversService } from './handovers.service';

interface Between {
  readonly from: GemeenteEntity;
  readonly to: { readonly code: string; readonly name: string; readonly organisationId: string | null };
}

/** Asks another gemeente to take over a client. */
@Injectable()
export class ProposedHandoversService {
  constructor(
    private readonly database: DataSource,
    private readonly handovers: HandoversService,
    private readonly restrictions: RestrictionService,
    private readonly calls: CallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404 for a client of another region; 400 for a gemeente or a day that cannot be, also where another gemeente took the
   * client over before; 409 for a client who does not wait
   * for a home, a handover that goes on already, and data that may not be used.
   */
  propose(actor: ActingAccount, householdId: string, wish: NewHandoverDto): Promise<HandoverDto> {
    const work = async (manager: EntityManager): Promise<HandoverDto> => {
      const { regionId } = actor;
      const household = await manager.findOne(HouseholdEntity, {
        where: { id: householdId, regionId },
        lock: { mode: 'for_no_key_update' },
      });
      if (household === null) throw notFound('cliënt', householdId);
      const { from, to } = await this.between(manager, actor, householdId, wish);
      await this.restrictions.refuseRestricted(manager, householdId);
      await refuseUnfit(manager, household);
      const today = this.clock.today();
      const id = randomUUID();
      const row = {
        ...{ id, regionId, householdId, ownerOrganisationId: household.ownerOrganisationId },
        ...{ clientReference: household.reference, fromGemeenteId: from.id },
        ...{ toGemeenteCode: to.code, toGemeenteName: to.name, toOrganisationId: to.organisationId },
        ...{ reason: wish.reden, agreed: wish.afspraken },
        ...{ consentOn: wish.toestemmingOp, consentHow: wish.toestemmingHoe },
        ...{ proposedOn: today, dueOn: lastDayToAnswerHandover(today, isDutchHoliday) },
      };
      await actingWithin(manager, systemOf(regionId, actor.accountId), async () => {
        await manager.insert(WarmHandoverEntity, row);
        if (to.organisationId === null) return;
        await this.calls.tell(manager, {
          ...{ regionId, call: 'overdracht-gevraagd', about: { handoverId: id }, by: actor.accountId },
          ...{ roles: ['gemeente'], organisationId: to.organisationId },
        });
      });
      return this.handovers.answer(manager, actor, await this.handovers.seen(manager, actor, id));
    };
    return inTransaction(this.database, work, { actor });
  }

  /** The two gemeenten. Throws 400 with everything that is wrong in what was sent, also the day. */
  private async between(
    manager: EntityManager,
    { regionId }: ActingAccount,
    householdId: string,
    wish: NewHandoverDto,
  ): Promise<Between> {
    const { van, naar, naarNaam, toestemmingOp } = wish;
    const today = this.clock.today();
    const known = await manager.findBy(GemeenteEntity, { id: In([van, naar]) });
    const from = known.find(({ id, regionId: of }) => id === van && of === regionId);
    const to = known.find(({ id }) => id === naar);
    const faults: InputFault[] = [];
    const fault = (veld: keyof NewHandoverDto, verwacht: string) =>
      faults.push({ in: 'body', veld, waarde: wish[veld], verwacht });
    if (from === undefined) fault('van', 'een gemeente van deze regio');
    const before = await receiverBefore(manager, householdId);
    if (from !== undefined && before !== null && before.toGemeenteCode !== van) {
      fault('van', `${before.toGemeenteCode}: gemeente ${before.toGemeenteName} nam deze cliënt over`);
    }
    if (naar === van) fault('naar', 'een andere gemeente dan de gemeente die overdraagt');
    if (to === undefined && naarNaam === null) {
      fault('naarNaam', 'verplicht bij een gemeente die Woonplek niet kent: de naam van de gemeente');
    }
    if (to !== undefined && naarNaam !== null) {
      fault('naarNaam', `leeg: Woonplek kent deze gemeente als ${to.name}`);
    }
    if (toestemmingOp > today) fault('toestemmingOp', `vandaag, ${today}, of eerder`);
    if (from === undefined || faults.length > 0) throw invalidInput(faults);
    const organisationId = to?.regionId === regionId ? to.organisationId : null;
    return { from, to: { code: naar, name: to?.name ?? naarNaam ?? naar, organisationId } };
  }
}

/** The last handover that took place, where its receiver is in the region. Null: it says nothing of who is responsible here. */
async function receiverBefore(manager: EntityManager, householdId: string): Promise<WarmHandoverEntity | null> {
  const done = await manager.findOne(WarmHandoverEntity, {
    where: { householdId, state: 'overgedragen' },
    order: { createdAt: 'DESC' },
  });
  return done === null || done.toOrganisationId === null ? null : done;
}

async function refuseUnfit(manager: EntityManager, { id, status }: HouseholdEntity): Promise<void> {
  if (status !== 'waiting' && status !== 'paused') {
    throw conflict(
      'wacht-niet',
      'Cliënt wacht niet',
      'Alleen een cliënt die op een woonplek wacht, gaat over naar een andere gemeente.',
    );
  }
  if (await manager.existsBy(WarmHandoverEntity, { householdId: id, state: In([...OPEN_HANDOVER_STATES]) })) {
    throw conflict(
      'overdracht-loopt',
      'Er loopt al een warme overdracht',
      'Voor deze cliënt is al een andere gemeente gevraagd. Trek die overdracht eerst in.',
    );
  }
}
