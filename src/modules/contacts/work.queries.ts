import type { EntityManager } from 'typeorm';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import type { IsoDate } from '../../core/time/calendar';
import type { ContactRole } from '../../database/entities/household-contact.entity';
import { countsOn } from '../../database/standing-contacts';
import type { ActingAccount } from '../../platform/access/acting-account';
import type { WorkDto } from './hand-over.dto';

/** Somebody in a role in which clients have a contact person. */
export interface Holder {
  readonly accountId: string;
  readonly role: ContactRole;
  readonly organisationId: string;
  readonly regionId: string;
}

export interface ContactRow {
  readonly id: string;
  readonly householdId: string;
  readonly ownerOrganisationId: string;
}

const UNDER_WAY = [proposalTransitions.initial, ...HOLDING_STATES];
const OF_HOLDER = `c.account_id = $1 AND c.role = $2 AND c.region_id = $3
  AND (c.role = 'coordinator' OR c.owner_organisation_id = $4) AND c.ended_at IS NULL`;

const valuesOf = ({ accountId, role, regionId, organisationId }: Holder): unknown[] => [
  ...[accountId, role, regionId, organisationId],
];

/** The work of a role: the clients whose contact person somebody is, and what goes on for them. */
export async function readWork(manager: EntityManager, holder: Holder): Promise<WorkDto> {
  const [work] = await manager.query<[WorkDto]>(
    `WITH mine AS (SELECT c.household_id AS id FROM household_contact c WHERE ${OF_HOLDER}),
          asked AS (SELECT r.due_on FROM client_request r JOIN mine ON mine.id = r.household_id WHERE r.state = 'open')
     SELECT (SELECT count(*)::int FROM mine) AS clienten,
            (SELECT count(*)::int FROM proposal p JOIN mine ON mine.id = p.household_id WHERE p.state = ANY ($5)) AS voorstellen,
            (SELECT count(*)::int FROM asked) AS verzoeken, (SELECT min(due_on) FROM asked) AS "eersteTermijn"`,
    [...valuesOf(holder), UNDER_WAY],
  );
  return work;
}

/** The open contacts of somebody, or those of them with these households, held until the end of the transaction. */
export function lockContacts(
  manager: EntityManager,
  holder: Holder,
  householdIds: readonly string[] | null,
): Promise<ContactRow[]> {
  return manager.query<ContactRow[]>(
    `SELECT c.id, c.household_id AS "householdId", c.owner_organisation_id AS "ownerOrganisationId"
       FROM household_contact c WHERE ${OF_HOLDER} AND ($5::uuid[] IS NULL OR c.household_id = ANY ($5))
      ORDER BY c.household_id FOR UPDATE`,
    [...valuesOf(holder), householdIds],
  );
}

/** Everybody who holds this role here on a day, by name. */
export function readHolders(
  manager: EntityManager,
  { role, organisationId, regionId }: Pick<ActingAccount, 'role' | 'organisationId' | 'regionId'>,
  day: IsoDate,
): Promise<{ id: string; naam: string }[]> {
  return manager.query<{ id: string; naam: string }[]>(
    `SELECT a.id, a.display_name AS naam FROM account a
      WHERE a.active AND EXISTS (
        SELECT FROM role_assignment held WHERE held.account_id = a.id AND held.role = $1 AND held.region_id = $2
           AND (held.role = 'coordinator' OR held.organisation_id = $3) AND ${countsOn('held', '$4')})
      ORDER BY a.display_name, a.id`,
    [role, regionId, organisationId, day],
  );
}
