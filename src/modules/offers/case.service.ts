import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { landingStates, missingPoints } from '../../core/review/landing-checklist';
import { answerSides, offerChannels, offerContactKinds } from '../../core/review/offer-contacts';
import { proposalTransitions, type ProposalAction } from '../../core/review/proposal-transitions';
import { refusalConsequences } from '../../core/review/refusal-policy';
import { rejectionReason } from '../../core/review/rejection-reasons';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { AccountEntity } from '../../database/entities/account.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { LandingItemEntity } from '../../database/entities/landing-item.entity';
import { OfferContactEntity } from '../../database/entities/offer-contact.entity';
import { OfferRefusalEntity } from '../../database/entities/offer-refusal.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import type { ActingAccount } from '../../platform/access/acting-account';
import { permissionsOf } from '../../platform/access/permissions';
import { notFound } from '../../platform/http/problem';
import type { CaseDto } from './case.dto';

/** Steps that have a route in this module. */
const STEPS: readonly ProposalAction[] = ['aanbieden', 'accepteren', 'weigeren', 'voorbereiden', 'huisvesten'];

type Names = ReadonlyMap<string, string>;

/** Shows how far a case is between confirmation and key. */
@Injectable()
export class CaseService {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws 404 for a case that this account may not see, as for one that does not exist. */
  async read(actor: ActingAccount, id: string): Promise<CaseDto> {
    const { manager } = this.dataSource;
    const proposal = await manager.findOneBy(ProposalEntity, { id, regionId: actor.regionId });
    if (proposal === null) throw notFound('voorstel', id);
    const household = await manager.findOneByOrFail(HouseholdEntity, { id: proposal.householdId });
    const contacts = await manager.find(OfferContactEntity, { where: { proposalId: id }, order: { at: 'ASC' } });
    const items = await manager.find(LandingItemEntity, { where: { proposalId: id }, order: { position: 'ASC' } });
    const refusal = await manager.findOne(OfferRefusalEntity, {
      where: { proposalId: id },
      order: { createdAt: 'DESC' },
    });
    const placement = await manager.findOneBy(PlacementEntity, { proposalId: id });
    const names = await this.namesOf([
      ...contacts.map(({ actor: account }) => account),
      ...items.map(({ settledBy }) => settledBy),
      refusal?.judgedBy ?? null,
    ]);
    return {
      voorstel: id,
      client: { id: household.id, nummer: household.reference },
      versie: proposal.version,
      status: proposal.state,
      stappen: await this.steps(actor, proposal),
      contacten: contacts.map((contact) => contactAnswer(contact, names)),
      weigering: refusal && refusalAnswer(refusal, names),
      landing: items.length === 0 ? null : landingAnswer(items, names),
      sleuteldatum: placement?.startDate ?? null,
    };
  }

  /** What this account may do next; nothing that brings the client nearer to a home while the data may not be used. */
  private async steps(actor: ActingAccount, { state, householdId }: ProposalEntity): Promise<CaseDto['stappen']> {
    const mine: readonly string[] = permissionsOf(actor.role);
    const restricted = (await readOpenRestrictions(this.dataSource.manager, { householdIds: [householdId] })).size > 0;
    return transitionsFrom(proposalTransitions, state)
      .filter(({ action, permission }) => STEPS.includes(action) && mine.includes(permission))
      .map(({ action }) => action)
      .filter((action) => !restricted || action === 'weigeren');
  }

  private async namesOf(ids: readonly (string | null)[]): Promise<Names> {
    const known = [...new Set(ids.filter((id) => id !== null))];
    const accounts = await this.dataSource.manager.findBy(AccountEntity, { id: In(known) });
    return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  }
}

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

function contactAnswer(contact: OfferContactEntity, names: Names): CaseDto['contacten'][number] {
  return {
    soort: offerContactKinds.named(contact.kind),
    door: answerSides.named(contact.side),
    namens: contact.representative,
    wijze: offerChannels.named(contact.channel),
    op: contact.onDay,
    bewijs: contact.evidence,
    reden: reasonWords(contact.reasonCode),
    toelichting: contact.note,
    vastgelegdDoor: nameOf(contact.actor, names),
    vastgelegdOp: contact.at.toISOString(),
  };
}

function refusalAnswer(refusal: OfferRefusalEntity, names: Names): CaseDto['weigering'] {
  return {
    reden: reasonWords(refusal.reasonCode) ?? refusal.reasonCode,
    passend: refusal.suitable,
    teBeoordelen: refusal.consequence === null,
    oordeelDoor: nameOf(refusal.judgedBy, names),
    oordeel: refusal.judgedNote,
    gevolg: refusal.consequence && refusalConsequences.named(refusal.consequence),
    tot: refusal.parkedUntil,
  };
}

function landingAnswer(items: readonly LandingItemEntity[], names: Names): NonNullable<CaseDto['landing']> {
  return {
    versie: items[0]?.settingVersion ?? '',
    punten: items.map((item) => ({
      code: item.code,
      naam: item.label,
      verplicht: item.required,
      stand: landingStates.named(item.state),
      toelichting: item.note,
      door: nameOf(item.settledBy, names),
      op: item.settledAt?.toISOString() ?? null,
    })),
    ontbreekt: missingPoints(items).map(({ label }) => label),
  };
}

function reasonWords(code: string | null): string | null {
  return code === null ? null : (rejectionReason(code)?.nl ?? code);
}
