import type { DataSource } from 'typeorm';
import { OrganisationEntity } from '../database/entities/organisation.entity';
import { RegionEntity } from '../database/entities/region.entity';
import { grantRole } from '../database/grant-role';
import { inTransaction } from '../database/transaction';
import type { Role } from '../platform/access/permissions';
import { availableRegions, readRegionData } from './read-region-data';
import { seedId } from './seed-id';

/** Somebody who does not exist, for trials and tests. */
export interface DemoPerson {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[];
}

/** The made-up people of the regions in this database, each with the roles that `people.json` gives them from `today`. */
export async function loadDemoPeople(dataSource: DataSource, today: string): Promise<DemoPerson[]> {
  const loaded = new Set((await dataSource.manager.find(RegionEntity)).map(({ id }) => id));
  const regions = availableRegions().filter((id) => loaded.has(id));
  const people = await Promise.all(regions.map((regionId) => loadPeopleOf(dataSource, regionId, today)));
  return people.flat();
}

async function loadPeopleOf(dataSource: DataSource, regionId: string, today: string): Promise<DemoPerson[]> {
  const { people } = readRegionData(regionId);
  return inTransaction(
    dataSource,
    async (manager) => {
      const named: DemoPerson[] = [];
      for (const { code, name, email, roles } of people) {
        const held: { role: Role; organisation: string }[] = [];
        for (const { role, organisation: organisationCode } of roles) {
          const id = seedId(regionId, 'organisation', organisationCode);
          const organisation = await manager.findOneByOrFail(OrganisationEntity, { id });
          const dates = { validFrom: today, validUntil: null };
          await grantRole(manager, { displayName: name, email, role, organisation, ...dates });
          held.push({ role, organisation: organisation.shortName });
        }
        named.push({ code, name, email, roles: held });
      }
      return named;
    },
    { actor: null },
  );
}
