import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PASSEND_NORM_PERCENT, passendheden } from '../../core/quotas/passend-tally';
import { actionsOfPeople } from '../../core/review/proposal-transitions';
import { rentClassOf } from '../../core/rules/rent-class';
import { ageOn } from '../../core/time/calendar';
import { accessibilities, rentClasses } from '../../core/vocabulary/code-lists';
import { actingAs, systemOf } from '../../database/acting';
import { RentTableEntity } from '../../database/entities/rent-table.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { holdsPermission } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import { AgreementLedgerService, linesFor, type LedgerLine } from '../monitor/agreement-ledger.service';
import { ALLOCATION_ACTIONS, type AllocationDto, type AllocationListQuery } from './allocation.dto';
import { AllocationsQueries, type AllocationRow } from './allocations.queries';
import { ledgerAnswer, type OwnerStandingDto } from './ledger.dto';
import { PassendService, type PassendYear } from './passend.service';

/** What stands beside the profiles of one organisation: tables of the law, and its own numbers. */
interface Standing {
  readonly rentTables: ReadonlyMap<number, RentTableEntity>;
  readonly lines: readonly LedgerLine[];
  readonly passend: ReadonlyMap<number, PassendYear>;
}

/**
 * The toewijzingsprofiel: what the owner of a home needs to make a tenancy, and no more. From the approval of a proposal,
 * and for homes of the organisation that asks (data minimisation, AVG article 5).
 */
@Injectable()
export class AllocationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: AllocationsQueries,
    private readonly ledger: AgreementLedgerService,
    private readonly passend: PassendService,
    private readonly clock: Clock,
  ) {}

  async list(actor: ActingAccount, query: AllocationListQuery): Promise<Page<AllocationDto>> {
    const { rows, total } = await this.queries.list(actor, query, window(query));
    const standing = await this.standingOf(actor, rows.map(yearOf));
    return pageOf(
      rows.map((row) => answer(actor, row, standing)),
      total,
      query,
    );
  }

  /** Throws 404 for a profile of another organisation, exactly as for one that does not exist. */
  async get(actor: ActingAccount, id: string): Promise<AllocationDto> {
    const row = await this.queries.one(id);
    if (!row) throw notFound('toewijzingsprofiel', id);
    return answer(actor, row, await this.standingOf(actor, [yearOf(row)]));
  }

  /** This year and the next, in numbers: where the agreements and passend toewijzen of the organisation stand. */
  async standing(actor: ActingAccount): Promise<OwnerStandingDto> {
    const year = Number(this.clock.today().slice(0, 4));
    const years = [year, year + 1];
    const { lines, passend } = await this.standingOf(actor, years);
    return {
      afspraken: lines.filter((line) => years.includes(line.year)).map(ledgerAnswer),
      passendToewijzen: [...passend].map(([jaar, tally]) => ({
        jaar,
        passend: tally.passend,
        nietPassend: tally.notPassend,
        onbekend: tally.unknown,
        percentage: tally.percent,
        norm: PASSEND_NORM_PERCENT,
        onderDeNorm: tally.breaksNorm,
      })),
    };
  }

  /** Counted over what the organisation may not see; only the numbers leave. */
  private standingOf({ regionId, organisationId, role }: ActingAccount, years: readonly number[]): Promise<Standing> {
    return actingAs(systemOf(regionId), () =>
      this.dataSource.transaction('REPEATABLE READ', async (manager) => {
        const tables = await manager.find(RentTableEntity);
        const lines = await this.ledger.lines(manager, regionId, organisationId);
        const passend = new Map<number, PassendYear>();
        for (const year of role === 'corporatie' ? new Set(years) : []) {
          passend.set(year, await this.passend.ofYear(manager, regionId, organisationId, year));
        }
        return { rentTables: new Map(tables.map((table) => [table.year, table])), lines, passend };
      }),
    );
  }
}

function yearOf({ plannedStart }: AllocationRow): number {
  return Number(plannedStart.slice(0, 4));
}

function answer(actor: ActingAccount, row: AllocationRow, { rentTables, lines, passend }: Standing): AllocationDto {
  const { persons, incomeCents, plannedStart } = row;
  const table = rentTables.get(yearOf(row));
  const oldest = ageOn(row.oldestBorn, plannedStart);
  const tally = passend.get(yearOf(row));
  const kind = tally?.perProposal.get(row.id);
  const actions = actionsOfPeople(row.state, (permission) => holdsPermission(actor.role, permission));
  return {
    id: row.id,
    status: row.state,
    wooneenheid: { id: row.unitId, naam: row.unit },
    gemeente: { id: row.gemeenteId, naam: row.gemeente },
    personen: persons,
    huurklasse: table === undefined ? null : rentClasses.named(rentClassOf(table, { persons, oldest, incomeCents })),
    contactpersoonVerhuurder: row.lessor,
    geplandeStart: plannedStart,
    toegankelijkheid: accessibilities.named(row.accessibilityNeeded),
    begeleidingGeregeld: row.isGuided,
    afspraken: linesFor(lines, row).map(ledgerAnswer),
    passendToewijzen:
      tally === undefined || kind === undefined
        ? null
        : { oordeel: passendheden.named(kind), onderDeNorm: kind === 'not-passend' && tally.breaksNorm },
    toegestaneActies: ALLOCATION_ACTIONS.filter((action) => actions.includes(action)),
    versie: row.version,
    gewijzigdOp: row.updatedAt.toISOString(),
  };
}
