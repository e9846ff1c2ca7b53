import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  progresses,
  tenancyEndReasons,
  tenancyTransitions,
  timeOutReasons,
  type TenancyAction,
  type TenancyState,
} from '../../core/review/tenancy-transitions';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { housingForms } from '../../core/vocabulary/code-lists';
import { AccountEntity } from '../../database/entities/account.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { TenancyEventEntity } from '../../database/entities/tenancy-event.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { permissionsOf } from '../../platform/access/permissions';
import { notFound } from '../../platform/http/problem';
import type { TenanciesDto, TenancyDto } from './tenancy.dto';

/** Steps towards a permanent home, for who is in one for a while. */
const TO_PERMANENT: readonly TenancyAction[] = ['doorstromen', 'omklappen'];

interface Names {
  readonly units: ReadonlyMap<string, UnitEntity>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

/** Shows the tenancies of a client with what happened in them. */
@Injectable()
export class TenanciesService {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. Throws 404 for a client that this account may not see, as for one that does not exist. */
  async ofClient(actor: ActingAccount, householdId: string): Promise<TenanciesDto> {
    const { manager } = this.dataSource;
    const { regionId } = actor;
    if (!(await manager.existsBy(HouseholdEntity, { id: householdId, regionId })))
      throw notFound('cliënt', householdId);
    const placements = await manager.find(PlacementEntity, {
      where: { householdId, regionId },
      order: { startDate: 'DESC', id: 'ASC' },
    });
    const placementId = In(placements.map(({ id }) => id));
    const events = await manager.find(TenancyEventEntity, { where: { placementId }, order: { at: 'DESC', id: 'ASC' } });
    const names = await this.namesOf(placements, events);
    const items = placements.map((each) =>
      tenancyAnswer(
        each,
        events.filter((event) => event.placementId === each.id),
        names,
        actor,
      ),
    );
    return { client: householdId, items };
  }

  private async namesOf(placements: readonly PlacementEntity[], events: readonly TenancyEventEntity[]): Promise<Names> {
    const { manager } = this.dataSource;
    const units = await manager.findBy(UnitEntity, { id: In(placements.map(({ unitId }) => unitId)) });
    const organisations = await manager.findBy(OrganisationEntity, {
      id: In(placements.flatMap(({ aanbiederOrganisationId: id }) => (id === null ? [] : [id]))),
    });
    const accounts = await manager.findBy(AccountEntity, {
      id: In(events.flatMap(({ actor }) => (actor === null ? [] : [actor]))),
    });
    return {
      units: new Map(units.map((unit) => [unit.id, unit])),
      organisations: new Map(organisations.map(({ id, shortName }) => [id, shortName])),
      accounts: new Map(accounts.map(({ id, displayName }) => [id, displayName])),
    };
  }
}

function tenancyAnswer(
  placement: PlacementEntity,
  events: readonly TenancyEventEntity[],
  { units, organisations, accounts }: Names,
  actor: ActingAccount,
): TenancyDto {
  const unit = units.get(placement.unitId)!;
  const aanbieder = placement.aanbiederOrganisationId;
  const mine: readonly string[] = permissionsOf(actor.role);
  const contract = placement.contract ?? unit.housingForm;
  return {
    id: placement.id,
    versie: placement.version,
    status: stateAnswer(placement.state),
    wooneenheid: { id: unit.id, naam: unit.name },
    contract: housingForms.named(contract),
    begin: placement.startDate,
    eind: placement.endDate,
    aanbieder: aanbieder === null ? null : { id: aanbieder, naam: organisations.get(aanbieder) ?? '' },
    teltMee: placement.counts,
    vorigePlaatsing: placement.previousPlacementId,
    voorstel: placement.proposalId,
    stappen: transitionsFrom(tenancyTransitions, placement.state)
      .filter(
        ({ action, permission }) =>
          mine.includes(permission) && (contract === 'intermediate' || !TO_PERMANENT.includes(action)),
      )
      .map(({ action }) => action),
    gebeurtenissen: events.map((event) => ({
      id: event.id,
      stap: event.action,
      naar: stateAnswer(event.toState),
      op: event.onDay,
      tot: event.untilDay,
      reden: reasonWords(event),
      voortgang: event.progress && progresses.named(event.progress),
      toelichting: event.note,
      door: event.actor === null ? null : (accounts.get(event.actor) ?? null),
      vastgelegdOp: event.at.toISOString(),
    })),
  };
}

function stateAnswer(code: TenancyState): TenancyDto['status'] {
  return { code, naam: tenancyTransitions.states.find((each) => each.code === code)?.nl ?? code };
}

function reasonWords({ action, reasonCode }: TenancyEventEntity): string | null {
  if (reasonCode === null) return null;
  const list = action === 'time-out' ? timeOutReasons : tenancyEndReasons;
  return list.entries.find(({ internal }) => internal === reasonCode)?.nl ?? reasonCode;
}
