import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { waitsOn } from '../../core/review/waits-on';
import { pauseReasons } from '../../core/vocabulary/code-lists';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import { type Reconciles, ReconcilesDueWork } from '../../platform/queue/reconciles.decorator';
import { RestrictionService } from '../client-rights/restriction.service';
import type { ParkedDto, ParkingRequestDto, ResumptionRequestDto } from './parking.dto';

/**
 * Keeps a client out of the rounds for a while. Rounds and reviews go by the last day themselves, so that a pause is over on
 * time without any process; what runs here only brings the status that people read up to date.
 */
@Injectable()
@ReconcilesDueWork()
export class ParkingService implements Reconciles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a client that is not there, 400 for a day that has passed, 409 for an old version or a client that does not wait. */
  async park(
    actor: ActingAccount,
    id: string,
    { reden, tot, toelichting, versie }: ParkingRequestDto,
  ): Promise<ParkedDto> {
    return this.change(actor, id, versie, (household) => {
      const today = this.clock.today();
      if (tot !== null && tot < today) {
        throw invalidInput([{ in: 'body', veld: 'tot', waarde: tot, verwacht: `vandaag, ${today}, of later` }]);
      }
      if (!waitsOn(household, today)) {
        throw conflict(
          'wacht-niet',
          'Cliënt wacht niet',
          'Alleen een cliënt die op een woonplek wacht, kan een tijd niet meedoen.',
        );
      }
      household.status = 'paused';
      household.pausedUntil = tot;
      household.pauseReason = pauseReasons.toInternal(reden);
      household.statusNote = toelichting;
    });
  }

  /**
   * Ends a pause before its last day. Throws as `park`; 409 for a client that is not paused, for one whom another gemeente
   * accepted, and for one whose objection was granted: only the client ends that pause (AVG article 21).
   */
  async resume(actor: ActingAccount, id: string, { toelichting, versie }: ResumptionRequestDto): Promise<ParkedDto> {
    return this.change(actor, id, versie, async (household, manager) => {
      if (household.status !== 'paused') {
        throw conflict('geen-pauze', 'Geen pauze', 'Deze cliënt staat niet op pauze.');
      }
      if (household.pauseReason === 'handover') {
        throw conflict(
          'overdracht-aanvaard',
          'Een andere gemeente neemt over',
          'Een andere gemeente heeft deze cliënt aanvaard. Trek eerst de warme overdracht in.',
        );
      }
      if (await this.restrictions.isPausedByObjection(manager, household)) {
        throw conflict(
          'pauze-na-bezwaar',
          'Pauze na een bezwaar',
          'Deze cliënt doet niet mee na een bezwaar. Leg bij de verzoeken vast dat de cliënt weer mee wil doen.',
        );
      }
      household.status = 'waiting';
      household.pausedUntil = null;
      household.pauseReason = null;
      household.statusNote = toelichting;
    });
  }

  async handOverDueWork(): Promise<void> {
    const work = async (manager: EntityManager): Promise<void> => {
      await manager.query(
        `UPDATE household SET status = 'waiting', paused_until = NULL, pause_reason = NULL, version = version + 1
          WHERE id IN (SELECT id FROM household WHERE status = 'paused' AND paused_until < $1 ORDER BY id FOR UPDATE SKIP LOCKED)`,
        [this.clock.today()],
      );
    };
    await inTransaction(this.dataSource, work, { actor: null });
  }

  private async change(
    actor: ActingAccount,
    id: string,
    version: number,
    set: (household: HouseholdEntity, manager: EntityManager) => void | Promise<void>,
  ): Promise<ParkedDto> {
    const work = async (manager: EntityManager): Promise<HouseholdEntity> => {
      const household = await manager.findOne(HouseholdEntity, {
        where: { id, regionId: actor.regionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (household === null) throw notFound('cliënt', id);
      if (household.version !== version) {
        throw conflict(
          'verouderde-versie',
          'Dossier is intussen gewijzigd',
          'Iemand heeft dit dossier gewijzigd nadat u het opende. Laad het opnieuw en kijk of uw wijziging nog klopt.',
          { versie: household.version },
        );
      }
      await set(household, manager);
      return manager.save(household);
    };
    return this.answer(await inTransaction(this.dataSource, work, { actor }));
  }

  private answer(household: HouseholdEntity): ParkedDto {
    const { id, pauseReason, pausedUntil, version } = household;
    return {
      client: id,
      wacht: waitsOn(household, this.clock.today()),
      reden: pauseReason && pauseReasons.named(pauseReason),
      tot: pausedUntil,
      versie: version,
    };
  }
}
