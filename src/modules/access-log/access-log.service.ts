import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessLogEntity } from '../../database/entities/access-log.entity';
import { type AccessLogEntry, AccessLogWriter } from '../../platform/access/access-log-writer';

/** The access log in the database; its table takes new rows only. */
@Injectable()
export class AccessLogService extends AccessLogWriter {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    super();
  }

  async append(entry: AccessLogEntry): Promise<void> {
    await this.dataSource.getRepository(AccessLogEntity).insert({
      regionId: entry.actor.regionId,
      actor: entry.actor.accountId,
      role: entry.actor.role,
      organisationId: entry.actor.organisationId,
      action: entry.action,
      objectType: entry.objectType,
      objectIds: [...entry.objectIds],
      outcome: entry.outcome,
      origin: entry.origin,
      purpose: entry.purpose,
      requestId: entry.requestId,
    });
  }
}
