import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { missingPoints } from '../../core/review/landing-checklist';
import type { IsoDate } from '../../core/time/calendar';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { LandingItemEntity } from '../../database/entities/landing-item.entity';
import { OfferContactEntity } from '../../database/entities/offer-contact.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import { TenancyStartService } from '../tenancies/tenancy-start.service';
import { CaseStepService } from './case-step.service';
import type { HousedDto, KeyRequestDto } from './case.dto';

/** The key: the proposal ends and the tenancy begins. */
@Injectable()
export class KeyService {
  constructor(
    private readonly steps: CaseStepService,
    private readonly tenancies: TenancyStartService,
    private readonly proposals: ProposalStepsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws as `CaseStepService.take`; 409 with what is missing while the soft landing is not ready; 400 for a day before the
   * offer, on or before the start of the home that the client leaves, or that has not come.
   */
  async handOver(actor: ActingAccount, id: string, request: KeyRequestDto): Promise<HousedDto> {
    const { sleuteldatum: keyDate, toelichting, versie } = request;
    const step = { action: 'huisvesten', version: versie, rechecks: true } as const;
    await this.steps.take(actor, id, step, async (manager, proposal) => {
      await this.refuseUnprepared(manager, actor, proposal);
      await this.refuseWrongDay(manager, proposal, keyDate);
      // While it is a promise still: it becomes a tenancy with the numbers that rounds counted for it.
      await this.tenancies.start(manager, actor, proposal, keyDate);
      await this.proposals.take(manager, actor, proposal, 'huisvesten', { note: toelichting });
      await manager.save(proposal);
      const housed = { status: 'housed', pausedUntil: null, pauseReason: null } as const;
      await manager.update(HouseholdEntity, { id: proposal.householdId }, housed);
      await this.proposals.moveIn(manager, actor, proposal.unitId);
    });
    return { voorstel: id, status: 'gehuisvest', versie: versie + 1, sleuteldatum: keyDate };
  }

  private async refuseUnprepared(manager: EntityManager, actor: ActingAccount, { id }: ProposalEntity): Promise<void> {
    const items = await manager.find(LandingItemEntity, { where: { proposalId: id }, order: { position: 'ASC' } });
    const missing = missingPoints(items);
    if (items.length > 0 && missing.length === 0) return;
    // Of support and income a corporatie is told no more than that something is not ready.
    const told = missing.filter(({ toldToCorporatie }) => actor.role !== 'corporatie' || toldToCorporatie);
    const hidden = missing.length - told.length;
    const names = [...told.map(({ label }) => label), ...(hidden > 0 ? [`${hidden} bij de aanbieder`] : [])];
    throw conflict(
      'landing-niet-klaar',
      'Zachte landing is niet klaar',
      `Voor de sleutel moet nog dit geregeld zijn: ${names.join('; ')}.`,
      { ontbreekt: told.map(({ code, label }) => ({ code, naam: label })), ontbreektElders: hidden },
    );
  }

  private async refuseWrongDay(manager: EntityManager, proposal: ProposalEntity, keyDate: IsoDate): Promise<void> {
    const offer = await manager.findOne(OfferContactEntity, {
      where: { proposalId: proposal.id, kind: 'offered' },
      order: { at: 'DESC' },
    });
    const today = this.clock.today();
    const first = offer?.onDay ?? today;
    if (keyDate >= first && keyDate <= today) return;
    const verwacht = `een dag van ${first}, de dag van het aanbod, tot en met vandaag, ${today}`;
    throw invalidInput([{ in: 'body', veld: 'sleuteldatum', waarde: keyDate, verwacht }]);
  }
}
