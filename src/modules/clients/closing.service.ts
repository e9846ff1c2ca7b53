import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager, MoreThanOrEqual } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { OPEN_HANDOVER_STATES } from '../../core/review/warm-handover-transitions';
import { addMonths, laterOf } from '../../core/time/calendar';
import { closingReasons } from '../../core/vocabulary/code-lists';
import { systemOf } from '../../database/acting';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import { ClientFileService } from './client-file.service';
import type { ClientDto } from './client.dto';
import type { ClosingDto, ReopeningDto } from './closing.dto';

/** A closing may be written down afterwards, but not so long afterwards that a term would have passed at once. */
const LATEST_BY_MONTHS = 12;

/** Closes a file and opens it again. Retention terms count from the day of closing. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: DataSource,
    private readonly files: ClientFileService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404 for a client that this account may not see, as for one that does not exist; 400 for a day that cannot be; 409
   * for an old version, a file that is closed already, a proposal that holds a home, a warm handover, or a stay that goes on.
   */
  async close(actor: ActingAccount, id: string, wish: ClosingDto): Promise<ClientDto> {
    const work = async (manager: EntityManager): Promise<void> => {
      const household = await locked(manager, actor, id, wish.versie);
      if (household.status === 'closed') {
        throw conflict('al-afgesloten', 'Dossier is al afgesloten', 'Dit dossier is al afgesloten.');
      }
      const lastDay = await actingWithin(manager, systemOf(actor.regionId, actor.accountId), () =>
        this.refuseWhileInUse(manager, id),
      );
      this.refuseWrongDay(household, lastDay, wish.op);
      const closingReason = closingReasons.toInternal(wish.reden);
      const pause = { pausedUntil: null, pauseReason: null };
      const closed = {
        status: 'closed',
        closedOn: wish.op,
        closingReason,
        ...pause,
        statusNote: wish.toelichting,
      } as const;
      await manager.update(HouseholdEntity, { id }, closed);
    };
    await inTransaction(this.database, work, { actor });
    return this.files.read(actor, id);
  }

  /** As `close`; 409 for a file that is open. The household waits again, and is in the next round. */
  async reopen(actor: ActingAccount, id: string, { reden, versie }: ReopeningDto): Promise<ClientDto> {
    const work = async (manager: EntityManager): Promise<void> => {
      const household = await locked(manager, actor, id, versie);
      if (household.status !== 'closed') throw conflict('dossier-open', 'Dossier is open', 'Dit dossier is al open.');
      const closing = { closedOn: null, closingReason: null, safetyClearedOn: null };
      await manager.update(HouseholdEntity, { id }, { status: 'waiting', ...closing, statusNote: reden });
    };
    await inTransaction(this.database, work, { actor });
    return this.files.read(actor, id);
  }

  /** The last day of the latest stay; null: there was none. */
  private async refuseWhileInUse(manager: EntityManager, householdId: string): Promise<string | null> {
    if (await manager.existsBy(ProposalEntity, { householdId, state: In([...HOLDING_STATES]) })) {
      throw conflict(
        'voorstel-loopt',
        'Er loopt een goedgekeurd voorstel',
        'Voor deze cliënt wordt een woonplek vastgehouden. Trek dat voorstel eerst in, of rond het af.',
      );
    }
    if (await manager.existsBy(WarmHandoverEntity, { householdId, state: In([...OPEN_HANDOVER_STATES]) })) {
      throw conflict(
        'overdracht-loopt',
        'Er loopt een warme overdracht',
        'Voor deze cliënt loopt een warme overdracht. Trek die eerst in, of rond haar af.',
      );
    }
    const goesOn = [
      { householdId, endDate: IsNull() },
      { householdId, endDate: MoreThanOrEqual(this.clock.today()) },
    ];
    if (await manager.existsBy(PlacementEntity, goesOn)) {
      throw conflict(
        'plaatsing-loopt',
        'Er loopt nog een plaatsing',
        'Deze cliënt woont nog op een woonplek van de regio. Het dossier gaat dicht als die plaatsing voorbij is.',
      );
    }
    const latest = await manager.findOne(PlacementEntity, { where: { householdId }, order: { endDate: 'DESC' } });
    return latest?.endDate ?? null;
  }

  private refuseWrongDay({ waitingSince }: HouseholdEntity, lastDay: string | null, day: string): void {
    const today = this.clock.today();
    const first = laterOf(laterOf(waitingSince, lastDay ?? waitingSince), addMonths(today, -LATEST_BY_MONTHS));
    if (day >= first && day <= today) return;
    const verwacht = `een dag van ${first} tot en met vandaag, ${today}`;
    throw invalidInput([{ in: 'body', veld: 'op', waarde: day, verwacht }]);
  }
}

async function locked(
  manager: EntityManager,
  actor: ActingAccount,
  id: string,
  version: number,
): Promise<HouseholdEntity> {
  const own = actor.role === 'coordinator' ? {} : { ownerOrganisationId: actor.organisationId };
  const household = await manager.findOne(HouseholdEntity, {
    where: { id, regionId: actor.regionId, ...own },
    lock: { mode: 'pessimistic_write' },
  });
  if (household === null) throw notFound('cliënt', id);
  if (household.version === version) return household;
  throw conflict(
    'verouderde-versie',
    'Dossier is intussen gewijzigd',
    'Iemand heeft dit dossier gewijzigd nadat u het opende. Laad het opnieuw en kijk of uw wijziging nog klopt.',
    { versie: household.version },
  );
}
