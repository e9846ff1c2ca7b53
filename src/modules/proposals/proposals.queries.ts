import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatchExplanation } from '../../core/explain/why';
import type { ProposalAction, ProposalState } from '../../core/review/proposal-transitions';
import { containsPattern } from '../../database/contains-pattern';
import { contactStands, hasContact, joinLessor } from '../../database/standing-contacts';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { askedContact } from '../contacts/contact.dto';
import type { ProposalListQuery } from './proposal.dto';

/** A proposal as the lists show it. */
export interface ProposalRow {
  readonly id: string;
  readonly runId: string;
  readonly slot: string;
  readonly state: ProposalState;
  readonly householdId: string;
  readonly reference: string;
  readonly doelgroepId: string;
  readonly doelgroep: string;
  readonly herkomstId: string | null;
  readonly herkomst: string | null;
  readonly urgencyBand: number;
  readonly urgencyCategoryId: string | null;
  readonly waitingSince: string;
  readonly unitId: string;
  readonly unit: string;
  readonly complex: string | null;
  readonly gemeenteId: string;
  readonly gemeente: string;
  readonly wijkId: string;
  readonly wijk: string;
  readonly corporatieId: string | null;
  readonly corporatie: string | null;
  readonly aanbiederId: string;
  readonly aanbieder: string;
  readonly contactId: string | null;
  readonly contact: string | null;
  readonly plannedStart: string;
  readonly decidedAtLevel: number | null;
  readonly version: number;
  readonly updatedAt: Date;
}

/** And what its own page shows. */
export interface OneProposalRow extends ProposalRow {
  readonly justification: MatchExplanation;
  readonly lessor: string | null;
}

export interface ProposalEventRow {
  readonly id: string;
  readonly action: ProposalAction;
  readonly fromState: ProposalState;
  readonly toState: ProposalState;
  readonly at: Date;
  readonly by: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly policyVersion: string | null;
}

const COLUMNS = `
  p.id, p.run_id AS "runId", r.slot, p.state, p.household_id AS "householdId", h.reference,
  h.doelgroep_id AS "doelgroepId", d.name AS doelgroep, h.herkomst_gemeente_id AS "herkomstId", hg.name AS herkomst,
  h.urgency_band AS "urgencyBand", h.urgency_category_id AS "urgencyCategoryId",
  h.waiting_since AS "waitingSince", p.unit_id AS "unitId", u.name AS unit, c.name AS complex,
  u.gemeente_id AS "gemeenteId", g.name AS gemeente, u.wijk_id AS "wijkId", w.name AS wijk,
  u.corporatie_id AS "corporatieId", co.name AS corporatie, p.aanbieder_organisation_id AS "aanbiederId",
  ao.name AS aanbieder, keeper.id AS "contactId", keeper.display_name AS contact, p.planned_start AS "plannedStart", (p.justification->>'decidedAtLevel')::int AS "decidedAtLevel",
  p.version, p.updated_at AS "updatedAt"`;
/** What filters and orders look at. */
const CORE = `proposal p JOIN household h ON h.id = p.household_id JOIN unit u ON u.id = p.unit_id`;
const FROM = `
  FROM ${CORE}
  JOIN round_slots() r ON r.id = p.run_id
  JOIN doelgroep d ON d.id = h.doelgroep_id
  LEFT JOIN gemeente hg ON hg.id = h.herkomst_gemeente_id
  LEFT JOIN complex c ON c.id = u.complex_id
  JOIN gemeente g ON g.id = u.gemeente_id
  JOIN wijk w ON w.id = u.wijk_id
  LEFT JOIN organisation co ON co.id = u.corporatie_id
  JOIN organisation ao ON ao.id = p.aanbieder_organisation_id`;

/** Whether the client refused, and nobody has judged that yet. */
const UNJUDGED = `EXISTS (SELECT FROM offer_refusal f WHERE f.proposal_id = p.id AND f.consequence IS NULL)`;

/** The contact person of the client in the reader's role: that of a proposal is that of its client. */
const keeper = (role: string, day: string): string => `
  LEFT JOIN household_contact kept ON kept.household_id = p.household_id AND kept.role = ${role} AND ${contactStands('kept', day)}
  LEFT JOIN account keeper ON keeper.id = kept.account_id`;

/** Of which region the proposals are, and for whom. Which of those somebody sees is up to the database. */
export type ProposalViewer = Pick<ActingAccount, 'regionId' | 'accountId' | 'role'>;

/** The one who waited longest has the earliest date, so waiting time runs against the date. */
const ORDER: Readonly<Record<string, string>> = {
  weken: 'h.waiting_since DESC, p.id',
  '-weken': 'h.waiting_since ASC, p.id',
  urgentie: 'h.urgency_band ASC, h.waiting_since DESC, p.id',
  '-urgentie': 'h.urgency_band DESC, h.waiting_since ASC, p.id',
  geplandeStart: 'p.planned_start ASC, p.id',
  '-geplandeStart': 'p.planned_start DESC, p.id',
  gewijzigdOp: 'p.updated_at ASC, p.id',
  '-gewijzigdOp': 'p.updated_at DESC, p.id',
  nummer: 'h.reference ASC, p.id',
  '-nummer': 'h.reference DESC, p.id',
  wooneenheid: 'u.name ASC, p.id',
  '-wooneenheid': 'u.name DESC, p.id',
} satisfies Record<ProposalListQuery['sorteer'], string>;

/** Reads proposals with the names around them. Never names of persons. */
@Injectable()
export class ProposalsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(
    viewer: ProposalViewer,
    query: ProposalListQuery,
    page: { readonly skip: number; readonly take: number },
  ): Promise<{ rows: ProposalRow[]; total: number }> {
    const values: unknown[] = [viewer.regionId, viewer.role, this.clock.today()];
    // Every parameter is named, also where nothing asks for the contact person.
    const conditions = ['p.region_id = $1', '$2::text IS NOT NULL', '$3::date IS NOT NULL'];
    const add = (condition: (place: string) => string, value: unknown): void => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    add((at) => `p.run_id = ${at}`, query.matchronde);
    add((at) => `p.state = ${at}`, query.status);
    add((at) => `${UNJUDGED} = ${at}`, query.teBeoordelen);
    add((at) => `u.gemeente_id = ${at}`, query.gemeente);
    add((at) => `u.corporatie_id = ${at}`, query.corporatie);
    add((at) => `p.aanbieder_organisation_id = ${at}`, query.aanbieder);
    add((at) => `h.doelgroep_id = ${at}`, query.doelgroep);
    const contact = askedContact(query.contactpersoon, viewer.accountId);
    const kept = { household: 'p.household_id', role: '$2', day: '$3' };
    if (contact === null) conditions.push(`NOT ${hasContact(kept)}`);
    else add((at) => hasContact({ ...kept, account: at }), contact);
    add((at) => `(h.reference ILIKE ${at} OR u.name ILIKE ${at})`, query.zoek && containsPattern(query.zoek));
    const where = `WHERE ${conditions.join(' AND ')}`;
    const order = `ORDER BY ${ORDER[query.sorteer]}`;
    const shown = `SELECT p.id FROM ${CORE} ${where} ${order} LIMIT ${page.take} OFFSET ${page.skip}`;
    // One transaction for both: each loose query costs the way there and back of one.
    return this.dataSource.transaction(async (manager) => {
      const [{ total }] = await manager.query<[{ total: number }]>(
        `SELECT count(*)::int AS total FROM ${CORE} ${where}`,
        values,
      );
      const listed = `SELECT ${COLUMNS} ${FROM} ${keeper('$2', '$3')} WHERE p.id IN (${shown}) ${order}`;
      return { rows: await manager.query<ProposalRow[]>(listed, values), total };
    });
  }

  async one(viewer: ProposalViewer, id: string): Promise<OneProposalRow | null> {
    const rows = await this.dataSource.query<OneProposalRow[]>(
      `SELECT ${COLUMNS}, p.justification, lessor.display_name AS lessor
         ${FROM} ${keeper('$3', '$4::date')} ${joinLessor('u', '$4::date')} WHERE p.region_id = $1 AND p.id = $2`,
      [viewer.regionId, id, viewer.role, this.clock.today()],
    );
    return rows[0] ?? null;
  }

  /** Oldest first. */
  events(proposalId: string): Promise<ProposalEventRow[]> {
    return this.dataSource.query<ProposalEventRow[]>(
      `SELECT e.id, e.action, e.from_state AS "fromState", e.to_state AS "toState", e.at, a.display_name AS by,
              e.reason_code AS "reasonCode", e.note, e.policy_version AS "policyVersion"
         FROM proposal_event e LEFT JOIN account a ON a.id = e.actor
        WHERE e.proposal_id = $1 ORDER BY e.at, e.id`,
      [proposalId],
    );
  }
}
