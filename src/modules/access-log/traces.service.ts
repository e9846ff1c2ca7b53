import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, systemOf } from '../../database/acting';
import { HouseholdEntity } from '../../database/entities/household.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ROLE_NAMES, ROLES } from '../../platform/access/permissions';
import { type Page, pageOf, window } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import type { ClientTraceDto, ClientTraceQuery, TraceCodeDto, TraceDto, TraceQuery } from './trace.dto';
import { changeCode, changeWords, columnWords, purposeOfChange, READ_WORDS, TRACE_CODE_WORDS } from './trace-words';
import { householdsCalled, searchTraces, type TraceRow } from './traces.queries';

const RESULTS = { granted: 'toegestaan', denied: 'geweigerd', failed: 'mislukt' } as const;
const OUTCOMES = { toegestaan: 'granted', geweigerd: 'denied', mislukt: 'failed' } as const;
const LONGEST_VALUE = 200;
/** They say on a row what the log says of it anyway. */
const STAMPS = new Set(['created_at', 'created_by', 'updated_at', 'updated_by']);

/** Both logs as people read them: the auditor of a region, and a client who asks who saw their file. */
@Injectable()
export class TracesService {
  constructor(private readonly database: DataSource) {}

  /** As the region itself: the auditor may not see clients, and the log names them by their number. */
  search(actor: ActingAccount, query: TraceQuery): Promise<Page<TraceDto>> {
    return actingAs(systemOf(actor.regionId), () => this.searchIn(actor.regionId, query));
  }

  private async searchIn(regionId: string, query: TraceQuery): Promise<Page<TraceDto>> {
    const { manager } = this.database;
    const isRead = query.handeling !== undefined && query.handeling in READ_WORDS;
    const { rows, total } = await searchTraces(manager, {
      regionId,
      kind: query.soort,
      households: query.client === undefined ? undefined : await householdsCalled(manager, regionId, query.client),
      from: query.vanaf,
      until: query.tot,
      person: query.persoon,
      action: isRead ? query.handeling : undefined,
      table: isRead ? undefined : query.handeling?.replaceAll('-', '_'),
      role: query.rol,
      outcome: query.resultaat && OUTCOMES[query.resultaat],
      order: query.sorteer,
      ...window(query),
    });
    return pageOf(rows.map(traceDto), total, query);
  }

  /** What the log can be searched for. */
  codes(): readonly TraceCodeDto[] {
    return [...TRACE_CODE_WORDS].map(([id, naam]) => ({ id, naam }));
  }

  /** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
  async ofClient(actor: ActingAccount, id: string, query: ClientTraceQuery): Promise<Page<ClientTraceDto>> {
    const { manager } = this.database;
    const own = actor.role === 'coordinator' ? {} : { ownerOrganisationId: actor.organisationId };
    if (!(await manager.existsBy(HouseholdEntity, { id, regionId: actor.regionId, ...own }))) {
      throw notFound('cliënt', id);
    }
    const search = {
      ...{ regionId: actor.regionId, kind: query.soort, households: [id], from: query.vanaf, until: query.tot },
      ...{ order: query.sorteer, ...window(query) },
    };
    // Who keeps the file does not read the log; of this client they may.
    const { rows, total } = await actingAs(systemOf(actor.regionId), () => searchTraces(manager, search));
    return pageOf(rows.map(clientTraceDto), total, query);
  }
}

function traceDto(row: TraceRow): TraceDto {
  const isChange = row.operation !== null;
  return {
    id: `${row.kind}-${row.id}`,
    soort: row.kind,
    wanneer: row.at.toISOString(),
    handeling: { code: isChange ? changeCode(row.what) : row.what, naam: nameOf(row) },
    persoon: row.actor === null ? null : { id: row.actor, naam: row.person ?? row.actor },
    rol: roleOf(row),
    organisatie: row.organisation,
    client: row.householdId === null ? null : { id: row.householdId, nummer: row.reference ?? row.householdId },
    onderwerp: subjectOf(row),
    aantal: row.amount,
    kenmerken: [...row.ids],
    resultaat: RESULTS[row.outcome],
    herkomst: row.origin,
    doel: isChange ? purposeOfChange(row.what) : row.purpose,
    verzoek: row.requestId,
    wijzigingen: columnsOf(row).map((column) => ({
      veld: columnWords(row.what, column),
      voor: shown(row.before?.[column]),
      na: shown(row.after?.[column]),
    })),
  };
}

function clientTraceDto(row: TraceRow): ClientTraceDto {
  return {
    id: `${row.kind}-${row.id}`,
    soort: row.kind,
    wanneer: row.at.toISOString(),
    handeling: nameOf(row),
    rol: roleOf(row),
    organisatie: row.organisation,
    doel: row.operation === null ? row.purpose : purposeOfChange(row.what),
    resultaat: RESULTS[row.outcome],
    // Of a row that was added or removed everything changed, which says nothing.
    velden: row.operation === 'update' ? columnsOf(row).map((column) => columnWords(row.what, column)) : [],
  };
}

function nameOf({ operation, what }: TraceRow): string {
  return operation === null ? (READ_WORDS[what] ?? what) : changeWords(what, operation);
}

function roleOf({ role }: TraceRow): { code: string; naam: string } | null {
  if (role === null) return null;
  const known = ROLES.find((each) => each === role);
  return { code: role, naam: known ? ROLE_NAMES[known] : role };
}

function columnsOf({ before, after }: TraceRow): string[] {
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const says = (column: string): boolean =>
    !STAMPS.has(column) && ((before?.[column] ?? null) !== null || (after?.[column] ?? null) !== null);
  return [...columns].filter(says).sort();
}

/** A home is read with who lived there. */
const ABOUT_CLIENTS = ['household', 'proposal', 'unit'];

function subjectOf({ householdId, objectType }: TraceRow): TraceDto['onderwerp'] {
  if (objectType === 'log') return 'logregel';
  return householdId !== null || ABOUT_CLIENTS.includes(objectType ?? '') ? 'client' : 'gegeven';
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
