import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { LegalHoldEntity } from '../../src/database/entities/legal-hold.entity';
import { NotificationEntity } from '../../src/database/entities/notification.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { inTransaction } from '../../src/database/transaction';
import { SAMPLE, SAMPLE_ACTOR, SAMPLE_ROWS } from './sample-rows';

/** A copy of the sample household that was closed on a day, with a row in every table about a household. Returns its id. */
export async function insertClosedFile(dataSource: DataSource, closedOn: string): Promise<string> {
  const about = SAMPLE_ROWS.filter(
    ({ entity, row }) =>
      row.householdId === SAMPLE.household ||
      entity === HouseholdEntity ||
      // Who was told of a step follows from the step.
      ('proposalId' in row && entity !== NotificationEntity),
  );
  const ids = new Map(about.map(({ row }) => [row.id ?? row.memberId, randomUUID()]));
  const household = ids.get(SAMPLE.household)!;
  const changes = new Map<unknown, Readonly<Record<string, unknown>>>([
    [
      HouseholdEntity,
      {
        ...{ reference: `NO-${household.slice(0, 8)}`, status: 'closed', closedOn, closingReason: 'left' },
        ...{ incomeCents: 2_000_000, herkomstWaived: true, facts: { needs: ['low-stimulus'] } },
      },
    ],
    [ProposalEntity, { state: 'gehuisvest' }],
    [PlacementEntity, { startDate: '2000-01-01', endDate: '2000-12-31' }],
    // Long past: it holds nothing any more.
    [LegalHoldEntity, { since: '2001-01-01', until: '2001-02-01' }],
  ]);
  await inTransaction(
    dataSource,
    async (manager) => {
      for (const { entity, row } of about) {
        const copy = Object.entries(row).map(([name, value]) => [name, ids.get(value as string) ?? value] as const);
        await manager.insert(entity, { ...Object.fromEntries(copy), ...changes.get(entity) });
      }
    },
    { actor: SAMPLE_ACTOR },
  );
  return household;
}
