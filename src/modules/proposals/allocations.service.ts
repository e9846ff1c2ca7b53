import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rentClassOf } from '../../core/rules/rent-class';
import { ageOn } from '../../core/time/calendar';
import { accessibilities, rentClasses } from '../../core/vocabulary/code-lists';
import { RentTableEntity } from '../../database/entities/rent-table.entity';
import { notFound } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import type { AllocationDto, AllocationListQuery } from './allocation.dto';
import { AllocationsQueries, type AllocationRow } from './allocations.queries';

/**
 * The toewijzingsprofiel: what a corporatie needs to make a tenancy, and no more. From the approval of a proposal, and for
 * homes of the corporatie that asks (data minimisation, AVG article 5).
 */
@Injectable()
export class AllocationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: AllocationsQueries,
  ) {}

  async list(query: AllocationListQuery): Promise<Page<AllocationDto>> {
    const { rows, total } = await this.queries.list(query, window(query));
    const tables = await this.rentTables();
    return pageOf(
      rows.map((row) => answer(row, tables)),
      total,
      query,
    );
  }

  /** Throws 404 for a profile of another corporatie, exactly as for one that does not exist. */
  async get(id: string): Promise<AllocationDto> {
    const row = await this.queries.one(id);
    if (!row) throw notFound('toewijzingsprofiel', id);
    return answer(row, await this.rentTables());
  }

  private async rentTables(): Promise<ReadonlyMap<number, RentTableEntity>> {
    const tables = await this.dataSource.getRepository(RentTableEntity).find();
    return new Map(tables.map((table) => [table.year, table]));
  }
}

function answer(row: AllocationRow, tables: ReadonlyMap<number, RentTableEntity>): AllocationDto {
  const { persons, incomeCents, plannedStart } = row;
  const table = tables.get(Number(plannedStart.slice(0, 4)));
  const oldest = ageOn(row.oldestBorn, plannedStart);
  return {
    id: row.id,
    status: row.state,
    wooneenheid: { id: row.unitId, naam: row.unit },
    gemeente: { id: row.gemeenteId, naam: row.gemeente },
    personen: persons,
    huurklasse: table === undefined ? null : rentClasses.named(rentClassOf(table, { persons, oldest, incomeCents })),
    geplandeStart: plannedStart,
    toegankelijkheid: accessibilities.named(row.accessibilityNeeded),
    begeleidingGeregeld: row.isGuided,
    gewijzigdOp: row.updatedAt.toISOString(),
  };
}
