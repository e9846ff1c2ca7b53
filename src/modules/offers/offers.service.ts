import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { answerSides, offerChannels, type OfferContactKind } from '../../core/review/offer-contacts';
import type { IsoDate } from '../../core/time/calendar';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OfferContactEntity } from '../../database/entities/offer-contact.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput } from '../../platform/http/problem';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import { ReservesService } from '../proposals/reserves.service';
import { CaseStepService } from './case-step.service';
import type { AnswerRequestDto, NoShowRequestDto, OfferRequestDto } from './case.dto';
import { RefusalsService } from './refusals.service';

type Told = Pick<AnswerRequestDto, 'door' | 'namens' | 'wijze' | 'op' | 'bewijs' | 'toelichting'>;

/** Offers a home to a client and writes down what the client says. */
@Injectable()
export class OffersService {
  constructor(
    private readonly steps: CaseStepService,
    private readonly refusals: RefusalsService,
    private readonly proposals: ProposalStepsService,
    private readonly reserves: ReservesService,
    private readonly clock: Clock,
  ) {}

  /** Throws as `CaseStepService.take`, and 400 for a day that has not come. */
  async offer(actor: ActingAccount, id: string, { versie, ...told }: OfferRequestDto): Promise<void> {
    const step = { action: 'aanbieden', version: versie, rechecks: true } as const;
    await this.steps.take(actor, id, step, async (manager, proposal) => {
      this.refuseWrongDay(told.op, null);
      await this.proposals.take(manager, actor, proposal, 'aanbieden', { note: told.toelichting });
      await this.write(manager, actor, proposal, 'offered', { door: 'client', ...told });
    });
  }

  /** As `offer`; 400 also for a day before the offer, and for words on behalf of a client that say not whose or without evidence. */
  async answer(actor: ActingAccount, id: string, request: AnswerRequestDto): Promise<void> {
    refuseIncomplete(request);
    const action = request.antwoord;
    await this.steps.take(actor, id, { action, version: request.versie }, async (manager, proposal) => {
      this.refuseWrongDay(request.op, await lastOffer(manager, proposal));
      if (request.antwoord === 'accepteren') {
        await this.proposals.take(manager, actor, proposal, action, { note: request.toelichting });
        await this.write(manager, actor, proposal, 'accepted', request);
        return;
      }
      const { redenCode: reasonCode } = request;
      await this.proposals.take(manager, actor, proposal, action, { reasonCode, note: request.toelichting });
      // Saved before the home is released: its places are counted with this proposal no longer holding one.
      await manager.save(proposal);
      const contactId = await this.write(manager, actor, proposal, 'refused', request, reasonCode);
      await this.refusals.record(manager, actor, proposal, { contactId, reasonCode });
    });
    if (action === 'weigeren') await this.reserves.seekAtOnce(actor.regionId, id);
  }

  /** A missed appointment is written down; it is no refusal, and the offer stays. */
  async missed(actor: ActingAccount, id: string, { versie, ...told }: NoShowRequestDto): Promise<void> {
    // As far as an answer could be given, an appointment can be missed.
    await this.steps.take(actor, id, { action: 'weigeren', version: versie }, async (manager, proposal) => {
      this.refuseWrongDay(told.op, await lastOffer(manager, proposal));
      if (await manager.existsBy(OfferContactEntity, { proposalId: id, kind: 'no-show', onDay: told.op })) {
        throw conflict('al-vastgelegd', 'Al vastgelegd', `Dat de cliënt op ${told.op} niet verscheen, staat er al.`);
      }
      await this.write(manager, actor, proposal, 'no-show', { door: 'client', ...told });
    });
  }

  private refuseWrongDay(day: IsoDate, first: IsoDate | null): void {
    const today = this.clock.today();
    if (day <= today && (first === null || day >= first)) return;
    const verwacht =
      first === null ? `vandaag, ${today}, of eerder` : `een dag van ${first} tot en met vandaag, ${today}`;
    throw invalidInput([{ in: 'body', veld: 'op', waarde: day, verwacht }]);
  }

  private async write(
    manager: EntityManager,
    actor: ActingAccount,
    { id: proposalId, householdId, regionId }: ProposalEntity,
    kind: OfferContactKind,
    told: Told,
    reasonCode: string | null = null,
  ): Promise<string> {
    const id = randomUUID();
    const { ownerOrganisationId } = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    await manager.insert(OfferContactEntity, {
      ...{ id, regionId, ownerOrganisationId, householdId, proposalId, kind, reasonCode },
      side: answerSides.toInternal(told.door),
      representative: told.namens ?? null,
      channel: offerChannels.toInternal(told.wijze),
      onDay: told.op,
      evidence: told.bewijs ?? null,
      note: told.toelichting ?? null,
      at: () => 'clock_timestamp()',
      actor: actor.accountId,
      actorRole: actor.role,
      actorOrganisationId: actor.organisationId,
    });
    return id;
  }
}

/** The day of the offer that waits for an answer. */
async function lastOffer(manager: EntityManager, { id }: ProposalEntity): Promise<IsoDate> {
  const offer = await manager.findOne(OfferContactEntity, {
    where: { proposalId: id, kind: 'offered' },
    order: { at: 'DESC' },
  });
  if (offer) return offer.onDay;
  throw conflict('geen-aanbod', 'Er is geen aanbod', 'Voor dit voorstel is geen aanbod vastgelegd.');
}

function refuseIncomplete({ door, namens, bewijs }: Told): void {
  const faults: InputFault[] = [];
  const fault = (veld: string, waarde: string | null, verwacht: string) =>
    faults.push({ in: 'body', veld, waarde, verwacht });
  if (door === 'namens' && namens === undefined) fault('namens', null, 'verplicht: wie namens de cliënt antwoordt');
  if (door === 'namens' && bewijs === undefined)
    fault('bewijs', null, 'verplicht als iemand namens de cliënt antwoordt');
  if (door === 'client' && namens !== undefined) fault('namens', namens, 'alleen bij "namens"; laat het anders weg');
  if (faults.length > 0) throw invalidInput(faults);
}
