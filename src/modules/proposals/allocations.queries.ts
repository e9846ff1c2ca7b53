import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Accessibility } from '../../core/matching/problem';
import { joinLessor } from '../../database/standing-contacts';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { askedContact } from '../contacts/contact.dto';
import type { AllocationDto, AllocationListQuery } from './allocation.dto';
import { ALLOCATION_STATES } from './allocation.dto';
import { orderOf } from '../../platform/http/page';

export interface AllocationRow {
  readonly id: string;
  readonly state: AllocationDto['status'];
  readonly unitId: string;
  readonly unit: string;
  readonly gemeenteId: string;
  readonly gemeente: string;
  readonly corporatieId: string | null;
  readonly lessor: string | null;
  readonly persons: number;
  readonly oldestBorn: string;
  readonly incomeCents: number | null;
  readonly accessibilityNeeded: Accessibility;
  readonly isGuided: boolean;
  readonly plannedStart: string;
  readonly version: number;
  readonly updatedAt: Date;
}

// The database decides whose profiles these are: those for homes of the organisation that asks.
const FROM = `
  FROM allocation_profiles($1) a JOIN unit u ON u.id = a.unit_id JOIN gemeente g ON g.id = u.gemeente_id
  ${joinLessor('u', '$2::date')}`;
const COLUMNS = `
  a.id, a.state, a.unit_id AS "unitId", u.name AS unit, g.id AS "gemeenteId", g.name AS gemeente, a.persons,
  a.oldest_born AS "oldestBorn", a.income_cents AS "incomeCents", a.accessibility_needed AS "accessibilityNeeded",
  a.is_guided AS "isGuided", a.planned_start AS "plannedStart", a.version, a.updated_at AS "updatedAt",
  u.corporatie_id AS "corporatieId", lessor.display_name AS lessor`;
const ORDER = { geplandeStart: 'a.planned_start', wooneenheid: 'u.name', gewijzigdOp: 'a.updated_at' } as const;

/** Reads what the owner of a home may know of the household that it was approved for. */
@Injectable()
export class AllocationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(
    { accountId }: ActingAccount,
    { status, gemeente, contactpersoon, sorteer }: AllocationListQuery,
    page: { readonly skip: number; readonly take: number },
  ): Promise<{ rows: AllocationRow[]; total: number }> {
    const contact = askedContact(contactpersoon, accountId);
    const where = `WHERE ($3::text IS NULL OR g.id = $3) AND ($4::uuid IS NULL OR lessor.id = $4)
      ${contact === null ? 'AND lessor.id IS NULL' : ''}`;
    const values = [
      ...[status === undefined ? ALLOCATION_STATES : [status], this.clock.today()],
      ...[gemeente ?? null, contact ?? null],
    ];
    const [{ total }] = await this.dataSource.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${FROM} ${where}`,
      values,
    );
    const { field, direction } = orderOf(sorteer);
    const rows = await this.dataSource.query<AllocationRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY ${ORDER[field]} ${direction}, a.id LIMIT ${page.take} OFFSET ${page.skip}`,
      values,
    );
    return { rows, total };
  }

  async one(id: string): Promise<AllocationRow | undefined> {
    const [row] = await this.dataSource.query<AllocationRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE a.id = $3`, [
      ALLOCATION_STATES,
      this.clock.today(),
      id,
    ]);
    return row;
  }
}
