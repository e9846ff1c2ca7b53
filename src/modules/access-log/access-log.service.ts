import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actingAs } from '../../database/acting';
import { type AccessLogEntry, AccessLogWriter } from '../../platform/access/access-log-writer';

/** The access log in the database; its table takes new rows only. */
@Injectable()
export class AccessLogService extends AccessLogWriter {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    super();
  }

  async append(entry: AccessLogEntry): Promise<void> {
    const { actor, action, objectType, objectIds, outcome, origin, purpose, requestId } = entry;
    // In SQL, because an entity asks for its new row back, and who is written down here may not read the log.
    await actingAs(actor, () =>
      this.dataSource.query(
        `INSERT INTO access_log (region_id, actor, role, organisation_id, action, object_type, object_ids, outcome, origin, purpose, request_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[actor.regionId, actor.accountId, actor.role, actor.organisationId, action, objectType, objectIds],
          ...[outcome, origin, purpose, requestId],
        ],
      ),
    );
  }
}
