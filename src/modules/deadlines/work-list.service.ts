import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { proposalOrigins } from '../../core/review/case-reasons';
import type { CaseTerm } from '../../core/review/case-term';
import { daysBetween, type IsoDate } from '../../core/time/calendar';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import type { Role } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import { CaseTermsService, type OpenCase } from '../workflows/case-terms.service';
import { type CaseTermDto, type WorkItemDto, type WorkListQuery } from './work-item.dto';

type Timed = OpenCase & { readonly term: CaseTerm };
type Names = ReadonlyMap<string, string>;

const KEYS: Readonly<Record<string, (each: Timed) => string | null>> = {
  uiterlijkOp: ({ term }) => term.dueOn,
  sinds: ({ term }) => term.since,
  nummer: ({ reference }) => reference,
  wooneenheid: ({ unit }) => unit,
};

/** What waits for whom, as far as the reader may know of it. Days depend on pauses and holidays, so they are worked out here. */
@Injectable()
export class WorkListService {
  constructor(
    private readonly database: DataSource,
    private readonly terms: CaseTermsService,
    private readonly clock: Clock,
  ) {}

  list(actor: ActingAccount, query: WorkListQuery): Promise<Page<WorkItemDto>> {
    return this.database.transaction(async (manager) => {
      const cases = (await this.terms.openCases(manager, actor.regionId)).filter(isTimed);
      const found = cases.filter((each) => keeps(each, query, actor.role)).sort(orderBy(query));
      const { skip, take } = window(query);
      const shown = found.slice(skip, skip + take);
      const ids = shown
        .flatMap(({ corporatieId, aanbiederId }) => [corporatieId, aanbiederId])
        .filter((id) => id !== null);
      const organisations = await manager.findBy(OrganisationEntity, { id: In([...new Set(ids)]) });
      const names = new Map(organisations.map(({ id, name }) => [id, name]));
      const today = this.clock.today();
      return pageOf(
        shown.map((each) => itemAnswer(each, names, actor.role, today)),
        found.length,
        query,
      );
    });
  }
}

export function termAnswer({ term, escalatedAt }: Timed, today: IsoDate): CaseTermDto {
  return {
    wachtOp: term.waitsFor,
    doorgezetNaar: escalatedAt === null ? null : term.escalatedTo,
    sinds: term.since,
    uiterlijkOp: term.dueOn,
    dagenOver: term.dueOn === null ? null : daysBetween(today, term.dueOn),
    teLaat: term.isOverdue,
    herinnering: term.isReminded,
    stil: term.isStalled,
    staatStil: term.isPaused,
  };
}

export function isTimed(each: OpenCase): each is Timed {
  return each.term !== null;
}

function isTurnOf({ term }: Timed, role: Role): boolean {
  return term.waitsFor === role || term.escalatedTo === role;
}

function keeps(each: Timed, query: WorkListQuery, role: Role): boolean {
  const { term, state, reference, unit } = each;
  const same = (wanted: boolean | undefined, is: boolean): boolean => wanted === undefined || wanted === is;
  const sought = query.zoek?.toLowerCase() ?? '';
  return (
    same(query.aanZet, isTurnOf(each, role)) &&
    same(query.teLaat, term.isOverdue) &&
    same(query.herinnering, term.isReminded) &&
    same(query.stil, term.isStalled) &&
    same(query.staatStil, term.isPaused) &&
    (query.status === undefined || query.status === state) &&
    (query.wachtOp === undefined || query.wachtOp === term.waitsFor) &&
    [reference ?? '', unit].some((text) => text.toLowerCase().includes(sought))
  );
}

/** What is due first stands first, so what is late stands above all else; what is not known comes last both ways. */
function orderBy({ sorteer }: WorkListQuery): (a: Timed, b: Timed) => number {
  const { field, direction } = orderOf(sorteer);
  const key = KEYS[field]!;
  const sign = direction === 'ASC' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || compare(a.id, b.id);
    return sign * compare(left, right) || compare(a.id, b.id);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function itemAnswer(each: Timed, names: Names, role: Role, today: IsoDate): WorkItemDto {
  const named = (id: string | null) => (id === null ? null : { id, naam: names.get(id) ?? '' });
  const { householdId, reference } = each;
  return {
    ...termAnswer(each, today),
    id: each.id,
    status: each.state,
    client: householdId === null || reference === null ? null : { id: householdId, nummer: reference },
    wooneenheid: { id: each.unitId, naam: each.unit },
    corporatie: named(each.corporatieId),
    aanbieder: named(each.aanbiederId),
    herkomst: proposalOrigins.toPublic(each.origin),
    aanZet: isTurnOf(each, role),
  };
}
