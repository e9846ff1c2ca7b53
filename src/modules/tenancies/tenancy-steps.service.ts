import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  progresses,
  tenancyEndReasons,
  timeOutReasons,
  tenancyTransitions,
  type TenancyAction,
} from '../../core/review/tenancy-transitions';
import { transition } from '../../core/review/validate-transitions';
import { addDays } from '../../core/time/calendar';
import { systemOf } from '../../database/acting';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import type { ChangeRequestDto, FollowRequestDto } from './tenancy.dto';
import { type KnownTenancy, recordTenancyStart, takeTenancyStep, type TenancyNote } from './tenancy-record';

type Change<S extends ChangeRequestDto['stap']> = Extract<ChangeRequestDto, { stap: S }>;

/** Steps that look for another home with the data of the client. */
const USES_DATA: readonly TenancyAction[] = ['doorstromen', 'omklappen'];

/**
 * Takes steps in a tenancy. Whoever may see it may take those that their role is for; what a step writes is the system's, and
 * its record says who did it. A tenancy ends by a person and never by itself.
 */
@Injectable()
export class TenancyStepsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a tenancy that this account may not see, 409 for an old version or a step that is not possible, 400 for a day that cannot be. */
  follow(actor: ActingAccount, id: string, request: FollowRequestDto): Promise<string> {
    return this.take(actor, id, request, async (manager, placement) => {
      await takeTenancyStep(manager, actor, placement, request.stap, followNote(request));
    });
  }

  /** As `follow`; 409 also where the home is permanent already, or while the data of the client may not be used. */
  change(actor: ActingAccount, id: string, request: ChangeRequestDto): Promise<string> {
    return this.take(actor, id, request, async (manager, placement) => {
      if (request.stap === 'omklappen') await this.makePermanent(manager, actor, placement, request);
      else if (request.stap === 'doorstromen') await this.lookFurther(manager, actor, placement, request);
      else if (request.stap === 'beeindigen') await this.end(manager, actor, placement, request);
      else await takeTenancyStep(manager, actor, placement, request.stap, noteOf(request));
    });
  }

  /** Returns the id of the client. */
  private take(
    actor: ActingAccount,
    id: string,
    { stap, op, versie }: { readonly stap: TenancyAction; readonly op: string; readonly versie: number },
    work: (manager: EntityManager, placement: KnownTenancy) => Promise<void>,
  ): Promise<string> {
    return inTransaction(
      this.dataSource,
      async (manager) => {
        const seen = await manager.findOneBy(PlacementEntity, { id, regionId: actor.regionId });
        if (seen === null || seen.householdId === null) throw notFound('plaatsing', id);
        const { householdId } = seen;
        return actingWithin(manager, systemOf(actor.regionId, actor.accountId), async () => {
          // A tenancy counts in the same agreements as reviews do.
          await lockProposalsOf(manager, actor.regionId);
          const placement = (await manager.findOneOrFail(PlacementEntity, {
            where: { id },
            lock: { mode: 'pessimistic_write' },
          })) as KnownTenancy;
          refuseOldVersion(placement, versie);
          if (USES_DATA.includes(stap)) await this.restrictions.refuseRestricted(manager, householdId);
          transition(tenancyTransitions, placement.state, stap);
          this.refuseWrongDay(placement, op);
          await work(manager, placement);
          await manager.save(placement);
          // A note too makes a new version, so that the same one is not written twice.
          if (placement.version === versie) await manager.increment(PlacementEntity, { id }, 'version', 1);
          return householdId;
        });
      },
      { actor },
    );
  }

  /** The same home, on a permanent contract: a new tenancy, which counted already and weighs since the first one began. */
  private async makePermanent(
    manager: EntityManager,
    actor: ActingAccount,
    placement: KnownTenancy,
    request: Change<'omklappen'>,
  ): Promise<void> {
    await refusePermanent(manager, placement);
    if (request.op === placement.startDate) {
      const verwacht = `een dag na ${placement.startDate}, de eerste dag van deze plaatsing`;
      throw invalidInput([{ in: 'body', veld: 'op', waarde: request.op, verwacht }]);
    }
    const note = `Vast contract, getekend door ${request.bevestigdDoor}.${request.toelichting ? ` ${request.toelichting}` : ''}`;
    await takeTenancyStep(manager, actor, placement, 'omklappen', { onDay: request.op, note });
    placement.endDate = addDays(request.op, -1);
    const { createdAt: _, createdBy: __, updatedAt: ___, updatedBy: ____, version: _____, ...same } = placement;
    const next = {
      ...same,
      id: randomUUID(),
      startDate: request.op,
      endDate: null,
      state: 'lopend',
      contract: 'permanent',
      proposalId: null,
      previousPlacementId: placement.id,
      counts: false,
      weighsSince: placement.weighsSince ?? placement.startDate,
      source: 'Omgeklapt',
    } as const;
    await manager.insert(PlacementEntity, next);
    const started = (await manager.findOneByOrFail(PlacementEntity, { id: next.id })) as KnownTenancy;
    await recordTenancyStart(manager, actor, started, 'omgeklapt', { onDay: request.op, note });
  }

  /** The household waits for a permanent home and stays where it is until that has a key. */
  private async lookFurther(
    manager: EntityManager,
    actor: ActingAccount,
    placement: KnownTenancy,
    request: Change<'doorstromen'>,
  ): Promise<void> {
    await refusePermanent(manager, placement);
    const household = await lockedHousehold(manager, placement.householdId);
    if (household.status !== 'housed') {
      throw conflict(
        'zoekt-al',
        'Cliënt zoekt al',
        'Deze cliënt wacht al op een andere woonplek, of het dossier is dicht.',
      );
    }
    await takeTenancyStep(manager, actor, placement, 'doorstromen', noteOf(request));
    household.status = 'waiting';
    await manager.save(household);
  }

  private async end(
    manager: EntityManager,
    actor: ActingAccount,
    placement: KnownTenancy,
    request: Change<'beeindigen'>,
  ): Promise<void> {
    const reasonCode = tenancyEndReasons.toInternal(request.reden);
    await takeTenancyStep(manager, actor, placement, 'beeindigen', { ...noteOf(request), reasonCode });
    placement.endDate = request.op;
    if (!request.zoektWeer) return;
    const household = await lockedHousehold(manager, placement.householdId);
    if (household.status !== 'housed') return;
    household.status = 'waiting';
    await manager.save(household);
  }

  private refuseWrongDay({ startDate }: PlacementEntity, day: string): void {
    const today = this.clock.today();
    if (day >= startDate && day <= today) return;
    const verwacht = `een dag van ${startDate}, het begin van de plaatsing, tot en met vandaag, ${today}`;
    throw invalidInput([{ in: 'body', veld: 'op', waarde: day, verwacht }]);
  }
}

function noteOf({ op, toelichting }: { readonly op: string; readonly toelichting?: string | undefined }): TenancyNote {
  return { onDay: op, note: toelichting ?? null };
}

function followNote(request: FollowRequestDto): TenancyNote {
  const note = noteOf(request);
  if (request.stap === 'notitie') return { ...note, progress: progresses.toInternal(request.voortgang) };
  if (request.stap !== 'time-out') return note;
  if (request.tot !== undefined && request.tot < request.op) {
    throw invalidInput([{ in: 'body', veld: 'tot', waarde: request.tot, verwacht: `op of na ${request.op}` }]);
  }
  return { ...note, reasonCode: timeOutReasons.toInternal(request.reden), untilDay: request.tot ?? null };
}

function refuseOldVersion({ version }: PlacementEntity, seen: number): void {
  if (version === seen) return;
  throw conflict(
    'verouderde-versie',
    'Plaatsing is intussen gewijzigd',
    'Iemand heeft iets over deze plaatsing vastgelegd nadat u haar opende. Laad de pagina opnieuw.',
    { versie: version },
  );
}

async function refusePermanent(manager: EntityManager, { contract, unitId }: PlacementEntity): Promise<void> {
  const { housingForm } = await manager.findOneByOrFail(UnitEntity, { id: unitId });
  if ((contract ?? housingForm) === 'intermediate') return;
  throw conflict(
    'al-permanent',
    'Al een vaste woning',
    'Deze plaatsing is al een vaste woning. Omklappen kan alleen vanuit een tussenvorm.',
  );
}

function lockedHousehold(manager: EntityManager, id: string): Promise<HouseholdEntity> {
  return manager.findOneOrFail(HouseholdEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
