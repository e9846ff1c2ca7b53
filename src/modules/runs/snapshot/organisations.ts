import { In, type EntityManager } from 'typeorm';
import type { Household, Unit } from '../../../core/matching/problem';
import { OrganisationEntity, type OrganisationKind } from '../../../database/entities/organisation.entity';

export interface ActingOrganisations {
  readonly corporaties: readonly OrganisationEntity[];
  readonly aanbieders: readonly OrganisationEntity[];
}

/**
 * The corporaties and aanbieders of a region, and whoever else lets one of these homes or guides one of these households:
 * a gemeente can do either, and one such row may not make a round impossible. Each list by id.
 */
export async function readOrganisations(
  manager: EntityManager,
  regionId: string,
  households: readonly Household[],
  units: readonly Unit[],
): Promise<ActingOrganisations> {
  const landlords = new Set(units.flatMap(({ corporatieId }) => corporatieId ?? []));
  const guides = new Set([
    ...households.map(({ aanbiederId }) => aanbiederId),
    ...units.flatMap(({ aanbiederIds }) => aanbiederIds),
  ]);
  const rows = await manager.find(OrganisationEntity, {
    where: [{ regionId, kind: In(['corporatie', 'aanbieder']) }, { id: In([...landlords, ...guides]) }],
    order: { id: 'ASC' },
  });
  const acting = (as: OrganisationKind, ids: ReadonlySet<string>) =>
    rows.filter(({ id, kind, regionId: region }) => (kind === as && region === regionId) || ids.has(id));
  return { corporaties: acting('corporatie', landlords), aanbieders: acting('aanbieder', guides) };
}
