import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  RETENTION_CATEGORIES,
  RETENTION_RULES,
  type RetentionCategory,
} from '../../core/retention/retention-categories';
import { termOn } from '../../core/retention/retention-term';
import { addDays } from '../../core/time/calendar';
import { retentionCategories, retentionStarts } from '../../core/vocabulary/code-lists';
import { actingAs, systemOf } from '../../database/acting';
import { RetentionTermEntity } from '../../database/entities/retention-term.entity';
import { dueIn } from '../../database/retention/purge-due';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput } from '../../platform/http/problem';
import type { RetentionChangeDto, RetentionDto, RetentionListDto } from './retention.dto';

const SOON_DAYS = 90;

/** How long a region keeps what, and how much of it is due. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string): Promise<RetentionListDto> {
    const terms = await this.database.manager.find(RetentionTermEntity, {
      where: { regionId },
      order: { validFrom: 'ASC' },
    });
    // Only the numbers leave: who reads this sees no client.
    const items = await actingAs(systemOf(regionId), () =>
      Promise.all(RETENTION_CATEGORIES.map((category) => this.standing(regionId, category, terms))),
    );
    return { items };
  }

  /** Throws 400 for a day that has passed or a term shorter than the law asks, and 409 for a day that has a term already. */
  change(actor: ActingAccount, wish: RetentionChangeDto): Promise<RetentionListDto> {
    const category = retentionCategories.toInternal(wish.categorie);
    this.refuseWrongInput(category, wish);
    const work = async (manager: EntityManager): Promise<void> => {
      const { regionId, accountId } = actor;
      const term = { regionId, category, validFrom: wish.geldtVanaf };
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`retention ${regionId}`]);
      if (await manager.existsBy(RetentionTermEntity, term)) {
        const detail = `Voor ${retentionCategories.named(category).naam.toLowerCase()} is vanaf die dag al een termijn vastgesteld. Kies een andere dag.`;
        throw conflict('termijn-bestaat', 'Er is al een termijn vanaf die dag', detail);
      }
      await manager.insert(RetentionTermEntity, {
        ...{ id: randomUUID(), ...term, months: wish.maanden, startsAt: RETENTION_RULES[category].start },
        ...{ source: wish.bron, reason: wish.reden, actor: accountId },
      });
    };
    return inTransaction(this.database, work, { actor }).then(() => this.list(actor.regionId));
  }

  private refuseWrongInput(category: RetentionCategory, { maanden, geldtVanaf }: RetentionChangeDto): void {
    const faults: InputFault[] = [];
    const { minimum } = RETENTION_RULES[category];
    const today = this.clock.today();
    if (minimum && maanden < minimum.months) {
      const verwacht = `minstens ${minimum.months} maanden: ${minimum.article}`;
      faults.push({ in: 'body', veld: 'maanden', waarde: String(maanden), verwacht });
    }
    if (geldtVanaf < today) {
      faults.push({ in: 'body', veld: 'geldtVanaf', waarde: geldtVanaf, verwacht: `vandaag (${today}) of later` });
    }
    if (faults.length > 0) throw invalidInput(faults);
  }

  private async standing(
    regionId: string,
    category: RetentionCategory,
    all: readonly RetentionTermEntity[],
  ): Promise<RetentionDto> {
    const { start, minimum, basis, removes } = RETENTION_RULES[category];
    const today = this.clock.today();
    const terms = all.filter((term) => term.category === category);
    const now = termOn(terms, today);
    const due = async (day: string): Promise<number | null> =>
      category === 'log' ? null : (await dueIn(this.database.manager, regionId, category, day)).length;
    return {
      categorie: retentionCategories.named(category),
      verwijdert: removes,
      begint: retentionStarts.named(start),
      grondslag: basis,
      minimum: minimum && { maanden: minimum.months, artikel: minimum.article },
      termijn: now && termAnswer(now),
      komend: terms.filter(({ validFrom }) => validFrom > today).map(termAnswer),
      aanDeBeurt: await due(today),
      binnenkort: await due(addDays(today, SOON_DAYS)),
    };
  }
}

function termAnswer({ months, validFrom, source, reason }: RetentionTermEntity) {
  return { maanden: months, geldtVanaf: validFrom, bron: source, reden: reason };
}
