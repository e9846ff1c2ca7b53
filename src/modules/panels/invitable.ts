import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../core/time/calendar';

export interface Invitable {
  readonly persoon: { readonly id: string; readonly naam: string };
  readonly organisatie: { readonly id: string; readonly naam: string };
}

/** Who can be invited to a table on a day: members of the veldtafel and coordinators of the region, each once. */
export async function invitable(manager: EntityManager, regionId: string, today: IsoDate): Promise<Invitable[]> {
  const rows = await manager.query<{ id: string; name: string; organisationId: string; organisation: string }[]>(
    `SELECT DISTINCT ON (a.display_name, a.id) a.id, a.display_name AS name, o.id AS "organisationId", o.name AS organisation
       FROM role_assignment r JOIN account a ON a.id = r.account_id JOIN organisation o ON o.id = r.organisation_id
      WHERE r.region_id = $1 AND r.role IN ('veldtafel', 'coordinator') AND r.ended_at IS NULL
        AND r.valid_from <= $2 AND (r.valid_until IS NULL OR r.valid_until >= $2)
      ORDER BY a.display_name, a.id, (r.role = 'veldtafel') DESC`,
    [regionId, today],
  );
  return rows.map(({ id, name, organisationId, organisation }) => ({
    persoon: { id, naam: name },
    organisatie: { id: organisationId, naam: organisation },
  }));
}
