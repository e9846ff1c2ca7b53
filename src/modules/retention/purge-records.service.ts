import { Injectable } from '@nestjs/common';
import { Between, DataSource, type FindOptionsWhere, IsNull } from 'typeorm';
import { dateInWords } from '../../core/time/date-in-words';
import { retentionCategories } from '../../core/vocabulary/code-lists';
import { PurgeRecordEntity } from '../../database/entities/purge-record.entity';
import { RegionEntity } from '../../database/entities/region.entity';
import { RetentionTermEntity } from '../../database/entities/retention-term.entity';
import { notFound } from '../../platform/http/problem';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import type { PurgeRecordDto, PurgeRecordQuery, PurgeStatementDto } from './retention.dto';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '9999-12-31';
const FIELDS = { op: 'purgedOn', categorie: 'category' } as const;

/** The proof of what was removed. */
@Injectable()
export class PurgeRecordsService {
  constructor(private readonly database: DataSource) {}

  async list(regionId: string, query: PurgeRecordQuery): Promise<Page<PurgeRecordDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const asked: FindOptionsWhere<PurgeRecordEntity> = {
      purgedOn: Between(query.vanaf ?? FIRST_DAY, query.tot ?? LAST_DAY),
      ...(query.categorie && { category: retentionCategories.toInternal(query.categorie) }),
    };
    const [rows, total] = await this.database.manager.findAndCount(PurgeRecordEntity, {
      where: ofRegion(regionId, asked),
      order: { [FIELDS[field]]: direction, at: 'DESC', id: 'ASC' },
      ...window(query),
    });
    return pageOf(rows.map(answer), total, query);
  }

  /** Throws 404 for a record of another region. */
  async statement(regionId: string, id: string): Promise<PurgeStatementDto> {
    const { manager } = this.database;
    const record = await manager.findOne(PurgeRecordEntity, { where: ofRegion(regionId, { id }) });
    if (record === null) throw notFound('vernietiging', id);
    const region = await manager.findOneByOrFail(RegionEntity, { id: regionId });
    const term = record.termId === null ? null : await manager.findOneBy(RetentionTermEntity, { id: record.termId });
    const what = retentionCategories.named(record.category).naam.toLowerCase();
    return {
      verklaring:
        `Op ${dateInWords(record.purgedOn).nl} is voor ${region.name} vernietigd: ${what}, omdat de bewaartermijn van ` +
        `${record.months} maanden voorbij was. Van wat is vernietigd zijn alleen de aantallen en een hash bewaard.`,
      regio: { id: region.id, naam: region.name },
      termijn: term && { maanden: term.months, bron: term.source, geldtVanaf: term.validFrom },
      vernietiging: answer(record),
    };
  }
}

/** Those of the region, and those of the logs, which are of all regions. */
function ofRegion(regionId: string, asked: FindOptionsWhere<PurgeRecordEntity>) {
  return [
    { ...asked, regionId },
    { ...asked, regionId: IsNull() },
  ];
}

function answer(record: PurgeRecordEntity): PurgeRecordDto {
  const tables = Object.entries(record.counts).map(([tabel, rijen]) => ({ tabel, rijen }));
  return {
    id: record.id,
    categorie: retentionCategories.named(record.category),
    op: record.purgedOn,
    termijnMaanden: record.months,
    peildatum: record.cutoff,
    rijen: tables.reduce((sum, { rijen }) => sum + rijen, 0),
    tabellen: tables,
    hash: record.idsHash,
    duurMs: record.durationMs,
    vastgelegdOp: record.at.toISOString(),
  };
}
