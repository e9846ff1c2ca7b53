import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HouseholdMemberBsnEntity } from '../../database/entities/household-member-bsn.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { notFound } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import type { BsnDto, BsnRecordDto } from './bsn.dto';

/** Burgerservicenummers of the clients of one aanbieder (Wet aanvullende bepalingen verwerking persoonsgegevens in de zorg). */
@Injectable()
export class BsnService {
  constructor(
    private readonly database: DataSource,
    private readonly restrictions: RestrictionService,
  ) {}

  /** Throws 404 for a client of another aanbieder, exactly as for one that does not exist. */
  read(actor: ActingAccount, id: string): Promise<BsnDto> {
    return inTransaction(this.database, (manager) => readNumbers(manager, actor, id), { actor });
  }

  /** Records, replaces or removes the number of one person; answers with all of the household. Throws 409 while its data may not be used. */
  record(actor: ActingAccount, id: string, { lid: memberId, bsn }: BsnRecordDto): Promise<BsnDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const household = await ownHousehold(manager, actor, id);
        await this.restrictions.refuseRestricted(manager, id);
        const isMember = await manager.existsBy(HouseholdMemberEntity, { id: memberId, householdId: id });
        if (!isMember) throw notFound('lid van het huishouden', memberId);
        if (bsn === null) await manager.delete(HouseholdMemberBsnEntity, { memberId });
        else {
          const { regionId, ownerOrganisationId } = household;
          const row = { memberId, householdId: id, bsn, regionId, ownerOrganisationId };
          await manager.upsert(HouseholdMemberBsnEntity, row, ['memberId']);
        }
        return readNumbers(manager, actor, id);
      },
      { actor },
    );
  }
}

async function readNumbers(manager: EntityManager, actor: ActingAccount, id: string): Promise<BsnDto> {
  await ownHousehold(manager, actor, id);
  const members = await manager.find(HouseholdMemberEntity, { where: { householdId: id }, order: { position: 'ASC' } });
  const known = await manager.findBy(HouseholdMemberBsnEntity, { householdId: id });
  const numberOf = new Map(known.map(({ memberId, bsn }) => [memberId, bsn]));
  return {
    id,
    leden: members.map((member) => ({
      id: member.id,
      naam: `${member.givenName} ${member.familyName}`,
      bsn: numberOf.get(member.id) ?? null,
    })),
  };
}

async function ownHousehold(manager: EntityManager, actor: ActingAccount, id: string): Promise<HouseholdEntity> {
  const mine = { regionId: actor.regionId, ownerOrganisationId: actor.organisationId };
  const household = await manager.findOneBy(HouseholdEntity, { id, ...mine });
  if (household === null) throw notFound('cliënt', id);
  return household;
}
