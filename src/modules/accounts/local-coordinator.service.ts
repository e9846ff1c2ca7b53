import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccountEntity } from '../../database/entities/account.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ActorSource } from '../../platform/access/actor-source';
import { ROLES, type Role } from '../../platform/access/permissions';

/**
 * Who acts while there is no sign-in: the active coordinator account of this installation. The server answers this
 * computer only as long as this holds.
 */
@Injectable()
export class LocalCoordinatorService extends ActorSource {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    super();
  }

  async actorFor(): Promise<ActingAccount | undefined> {
    const account = await this.dataSource
      .getRepository(AccountEntity)
      .createQueryBuilder('account')
      .where('account.active')
      .andWhere(`'coordinator' = ANY(account.roles)`)
      .orderBy('account.createdAt')
      .addOrderBy('account.id')
      .getOne();
    if (!account) return undefined;
    const roles = account.roles.filter((role): role is Role => ROLES.some((known) => known === role));
    return {
      accountId: account.id,
      displayName: account.displayName,
      organisationId: account.organisationId,
      regionId: account.regionId,
      roles,
    };
  }
}
