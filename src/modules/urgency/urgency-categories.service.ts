import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { UrgencyCategoryPeriodEntity } from '../../database/entities/urgency-category-period.entity';
import { UrgencyCategoryEntity } from '../../database/entities/urgency-category.entity';
import { orderRows } from '../../database/order-rows';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import type { UrgencyCategoryDto, UrgencyCategoryQuery } from './urgency-category.dto';

const ORDER = { naam: 'category.name', id: 'category.id' } as const;

/** The urgency categories of a region, with the periods in which they count and on what ground. */
@Injectable()
export class UrgencyCategoriesService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: UrgencyCategoryQuery): Promise<Page<UrgencyCategoryDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const today = this.clock.today();
    const found = this.database
      .createQueryBuilder(UrgencyCategoryEntity, 'category')
      .where(
        `EXISTS (SELECT 1 FROM urgency_category_period p WHERE p.category_id = category.id AND p.region_id = :regionId)`,
        { regionId },
      );
    const total = await found.getCount();
    orderRows(found, ORDER[field], direction, ['category.id']);
    const categories = await found.offset(skip).limit(take).getMany();
    const periods = await this.database.getRepository(UrgencyCategoryPeriodEntity).find({
      where: { regionId, categoryId: In(categories.map(({ id }) => id)) },
      order: { validFrom: 'ASC' },
    });
    const standing = await readUrgencyCategories(this.database.manager, regionId, today);
    const items = categories.map(({ id, name }) => ({
      id,
      naam: name,
      geldtVandaag: standing.get(id)?.holds ?? false,
      perioden: periods.filter(({ categoryId }) => categoryId === id).map((period) => periodDto(period, today)),
    }));
    return pageOf(items, total, query);
  }
}

function periodDto(period: UrgencyCategoryPeriodEntity, today: string): UrgencyCategoryDto['perioden'][number] {
  const { validFrom, validTo, legalDuty, legalBasis, source, demonstration } = period;
  return {
    geldigVanaf: validFrom,
    geldigTot: validTo,
    geldtVandaag: validFrom <= today && (validTo === null || validTo >= today),
    wettelijkePlicht: legalDuty,
    grondslag: legalBasis,
    bron: source,
    demonstratie: demonstration,
  };
}
