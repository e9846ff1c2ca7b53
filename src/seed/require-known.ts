import type { EntityManager, EntityTarget } from 'typeorm';
import { DoelgroepEntity } from '../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../database/entities/gemeente.entity';
import { OrganisationEntity } from '../database/entities/organisation.entity';
import { WijkEntity } from '../database/entities/wijk.entity';
import type { RegionData } from './region-data.schema';
import { RegionDataError } from './region-data.error';
import { seedId } from './seed-id';

/** Throws `RegionDataError` for everything that the files name and that is not in the database yet. */
export async function requireKnown(manager: EntityManager, data: RegionData): Promise<void> {
  const faults: string[] = [];
  const check = async (
    kind: string,
    entity: EntityTarget<{ id: string }>,
    named: readonly { readonly id: string; readonly name: string }[],
  ): Promise<void> => {
    const known = new Set((await manager.find(entity, { select: { id: true } })).map(({ id }) => id));
    for (const { id, name } of named) {
      if (!known.has(id)) faults.push(`${kind} ${name} staat in de bestanden, maar nog niet in de database`);
    }
  };
  await check('Gemeente', GemeenteEntity, data.gemeenten);
  await check('Wijk', WijkEntity, data.wijken);
  await check('Doelgroep', DoelgroepEntity, data.doelgroepen);
  await check(
    'Organisatie',
    OrganisationEntity,
    data.organisations.map(({ code, name }) => ({ id: seedId(data.region.id, 'organisation', code), name })),
  );
  if (faults.length > 0) {
    throw new RegionDataError(
      faults,
      'Bijwerken met --reference kan niet, want dat voegt niets toe aan de regio zelf:',
    );
  }
}
