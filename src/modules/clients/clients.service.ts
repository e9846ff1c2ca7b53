import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { weeksBetween } from '../../core/time/calendar';
import { householdStatuses, supportLevels } from '../../core/vocabulary/code-lists';
import { containsPattern } from '../../database/contains-pattern';
import { AccountEntity } from '../../database/entities/account.entity';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { HouseholdContactEntity } from '../../database/entities/household-contact.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { orderRows } from '../../database/order-rows';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import { contactStands, hasContact } from '../../database/standing-contacts';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import { askedContact } from '../contacts/contact.dto';
import type { ClientQuery, ClientSummaryDto } from './client.dto';
import { latestProposalOf } from './latest-proposal';
import { restrictionAnswer } from './restriction-answer';

interface ClientNames {
  readonly aanbiederName: string;
  readonly herkomstName: string | null;
  readonly doelgroepName: string;
  readonly size: number;
  readonly proposalId: string | null;
  readonly proposalState: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
}

const ORDER = {
  nummer: 'household.reference',
  wachtSinds: 'household.waitingSince',
  urgentie: 'household.urgencyBand',
  uitstroomgereedOp: 'household.readyForOutflowOn',
  doelgroep: 'doelgroep.name',
  herkomst: 'herkomst.name',
  aanbieder: 'aanbieder.shortName',
} as const;

/** Lists clients, with no more of each than a list needs. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: ActingAccount, query: ClientQuery): Promise<Page<ClientSummaryDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const clients = filtered(this.clientsFor(actor), query, actor);
    const total = await clients.getCount();
    orderRows(clients, ORDER[field], direction, ['household.reference', 'household.id']);
    const { entities, raw } = await clients.offset(skip).limit(take).getRawAndEntities<ClientNames>();
    const today = this.clock.today();
    const categories = await readUrgencyCategories(this.database.manager, actor.regionId, today);
    const householdIds = entities.map(({ id }) => id);
    const restrictions = await readOpenRestrictions(this.database.manager, { householdIds });
    const hasDuty = (category: string | null): boolean => categories.get(category ?? '')?.legalDuty ?? false;
    return pageOf(
      entities.map((household, at) => ({
        ...summaryDto(household, raw[at]!, today, hasDuty(household.urgencyCategoryId)),
        beperking: restrictionAnswer(restrictions.get(household.id)),
      })),
      total,
      query,
    );
  }

  private clientsFor(actor: ActingAccount): SelectQueryBuilder<HouseholdEntity> {
    const clients = this.database
      .createQueryBuilder(HouseholdEntity, 'household')
      .innerJoin(OrganisationEntity, 'aanbieder', 'aanbieder.id = household.ownerOrganisationId')
      .innerJoin(DoelgroepEntity, 'doelgroep', 'doelgroep.id = household.doelgroepId')
      .leftJoin(GemeenteEntity, 'herkomst', 'herkomst.id = household.herkomstGemeenteId')
      .leftJoin(ProposalEntity, 'latest', `latest.id = ${latestProposalOf('household.id')}`)
      .leftJoin(
        HouseholdContactEntity,
        'kept',
        `kept.householdId = household.id AND kept.role = :contactRole AND ${contactStands('kept', ':today')}`,
        { contactRole: actor.role, today: this.clock.today() },
      )
      .leftJoin(AccountEntity, 'keeper', 'keeper.id = kept.accountId')
      .addSelect('keeper.id', 'contactId')
      .addSelect('keeper.displayName', 'contactName')
      .addSelect('aanbieder.shortName', 'aanbiederName')
      .addSelect('doelgroep.name', 'doelgroepName')
      .addSelect('herkomst.name', 'herkomstName')
      .addSelect('latest.id', 'proposalId')
      .addSelect('latest.state', 'proposalState')
      .addSelect('(SELECT count(*)::int FROM household_member m WHERE m.household_id = household.id)', 'size')
      .where('household.regionId = :regionId', { regionId: actor.regionId });
    if (actor.role !== 'coordinator') {
      clients.andWhere('household.ownerOrganisationId = :own', { own: actor.organisationId });
    }
    return clients;
  }
}

function filtered(
  clients: SelectQueryBuilder<HouseholdEntity>,
  query: ClientQuery,
  { accountId }: ActingAccount,
): SelectQueryBuilder<HouseholdEntity> {
  const { gemeenteVanHerkomst, doelgroep, status, aanbieder, urgentie, zoek } = query;
  if (gemeenteVanHerkomst === 'onbekend') clients.andWhere('household.herkomstGemeenteId IS NULL');
  else if (gemeenteVanHerkomst !== undefined) {
    clients.andWhere('household.herkomstGemeenteId = :gemeente', { gemeente: gemeenteVanHerkomst });
  }
  if (doelgroep !== undefined) clients.andWhere('household.doelgroepId = :doelgroep', { doelgroep });
  if (status !== undefined) {
    clients.andWhere('household.status = :status', { status: householdStatuses.toInternal(status) });
  }
  if (aanbieder !== undefined) clients.andWhere('household.ownerOrganisationId = :aanbieder', { aanbieder });
  if (urgentie !== undefined) clients.andWhere('household.urgencyBand = :urgentie', { urgentie });
  const contact = askedContact(query.contactpersoon, accountId);
  const found = { household: 'household.id', role: ':contactRole', day: ':today' };
  if (contact === null) clients.andWhere(`NOT ${hasContact(found)}`);
  else if (contact !== undefined) clients.andWhere(hasContact({ ...found, account: ':contact' }), { contact });
  if (zoek !== undefined) {
    clients.andWhere('household.reference ILIKE :pattern', { pattern: containsPattern(zoek) });
  }
  return clients;
}

function summaryDto(
  household: HouseholdEntity,
  names: ClientNames,
  today: string,
  legalDuty: boolean,
): Omit<ClientSummaryDto, 'beperking'> {
  const { herkomstGemeenteId, doelgroepId, ownerOrganisationId } = household;
  return {
    id: household.id,
    nummer: household.reference,
    aanbieder: { id: ownerOrganisationId, naam: names.aanbiederName },
    herkomst:
      herkomstGemeenteId === null ? null : { id: herkomstGemeenteId, naam: names.herkomstName ?? herkomstGemeenteId },
    doelgroep: { id: doelgroepId, naam: names.doelgroepName },
    huishoudgrootte: names.size,
    begeleiding: supportLevels.named(household.supportLevel),
    urgentie: { klasse: household.urgencyBand, wettelijkePlicht: legalDuty },
    uitstroomgereedOp: household.readyForOutflowOn,
    wachtSinds: household.waitingSince,
    wekenWachtend: Math.max(0, weeksBetween(household.waitingSince, today)),
    status: householdStatuses.named(household.status),
    contactpersoon: names.contactId === null ? null : { id: names.contactId, naam: names.contactName ?? '' },
    laatsteVoorstel:
      names.proposalId === null || names.proposalState === null
        ? null
        : { id: names.proposalId, status: names.proposalState },
  };
}
