import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { casePauseReasons, progressReasons } from '../../core/review/case-reasons';
import { isWaitingState, type WaitingState } from '../../core/review/workflow';
import { dateInWords } from '../../core/time/date-in-words';
import type { IsoDate } from '../../core/time/calendar';
import { CasePauseEntity } from '../../database/entities/case-pause.entity';
import { CaseProgressEntity } from '../../database/entities/case-progress.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound, type InputFault } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import type { PauseEndDto, PauseRequestDto, ProgressRequestDto } from './case-course.dto';

type WaitingCase = ProposalEntity & { readonly state: WaitingState };

/** What people write down of a case that waits: that its term stands still, and how it goes. */
@Injectable()
export class CaseRecordsService {
  constructor(
    private readonly database: DataSource,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404, 400 for a day that is not in the past, and 409 for a case that does not wait or that stands still already. */
  startPause(actor: ActingAccount, id: string, { reden, vanaf, toelichting }: PauseRequestDto): Promise<void> {
    return this.onCase(actor, id, async (manager, proposal) => {
      refuse(this.notAfterToday('vanaf', vanaf));
      const pauses = await manager.find(CasePauseEntity, { where: { proposalId: id } });
      const other = pauses.find(({ until }) => until === null || until >= vanaf);
      if (other) {
        const rest = other.until === null ? 'nog steeds' : `tot en met ${dateInWords(other.until).nl}`;
        throw conflict(
          'al-pauze',
          'Er is al een pauze',
          `De termijn stond al stil vanaf ${dateInWords(other.since).nl}, ${rest}.`,
        );
      }
      const { regionId, ownerOrganisationId } = proposal;
      await manager.insert(CasePauseEntity, {
        ...{ id: randomUUID(), proposalId: id, regionId, ownerOrganisationId, since: vanaf, until: null },
        reason: casePauseReasons.toInternal(reden),
        note: toelichting ?? null,
      });
    });
  }

  /** Throws 404, 400 for a day before the pause or after today, and 409 for a pause that has ended. */
  endPause(actor: ActingAccount, id: string, pauseId: string, { tot }: PauseEndDto): Promise<void> {
    return inTransaction(
      this.database,
      async (manager) => {
        await this.locked(manager, actor, id);
        const pause = await manager.findOneBy(CasePauseEntity, { id: pauseId, proposalId: id });
        if (pause === null) throw notFound('pauze', pauseId);
        if (pause.until !== null) throw conflict('pauze-voorbij', 'Pauze is voorbij', 'Deze pauze is al beëindigd.');
        refuse(
          tot < pause.since
            ? [{ in: 'body', veld: 'tot', waarde: tot, verwacht: `${pause.since} of later: toen begon de pauze` }]
            : this.notAfterToday('tot', tot),
        );
        await manager.update(CasePauseEntity, { id: pauseId, until: IsNull() }, { until: tot });
      },
      { actor },
    );
  }

  /** Throws 404, 400 and 409 for a case that does not wait. */
  report(actor: ActingAccount, id: string, request: ProgressRequestDto): Promise<void> {
    return this.onCase(actor, id, async (manager, proposal) => {
      const { betrokken, reden, laatstGezien, toelichting } = request;
      const faults = laatstGezien === null ? [] : this.notAfterToday('laatstGezien', laatstGezien);
      if (reden === 'anders' && toelichting === undefined) {
        faults.push({ in: 'body', veld: 'toelichting', waarde: null, verwacht: 'verplicht bij de reden "anders"' });
      }
      refuse(faults);
      const { regionId, ownerOrganisationId, state } = proposal;
      await manager.insert(CaseProgressEntity, {
        ...{ id: randomUUID(), proposalId: id, regionId, ownerOrganisationId, state, isInvolved: betrokken },
        reasonCode: progressReasons.toInternal(reden),
        lastSeenOn: laatstGezien,
        note: toelichting ?? null,
      });
    });
  }

  private onCase(
    actor: ActingAccount,
    id: string,
    work: (manager: EntityManager, proposal: WaitingCase) => Promise<void>,
  ): Promise<void> {
    return inTransaction(
      this.database,
      async (manager) => {
        const proposal = await this.locked(manager, actor, id);
        await this.restrictions.refuseRestricted(manager, proposal.householdId);
        if (!isWaiting(proposal)) {
          throw conflict(
            'zaak-wacht-niet',
            'Zaak wacht niet',
            `Dit voorstel staat op "${proposal.state}" en wacht nergens op.`,
          );
        }
        await work(manager, proposal);
      },
      { actor },
    );
  }

  /** After what is under way in the region, so that of two at once one is first. Throws 404. */
  private async locked(manager: EntityManager, { regionId }: ActingAccount, id: string): Promise<ProposalEntity> {
    await lockProposalsOf(manager, regionId);
    const proposal = await manager.findOneBy(ProposalEntity, { id, regionId });
    if (proposal === null) throw notFound('voorstel', id);
    return proposal;
  }

  private notAfterToday(veld: string, day: IsoDate): InputFault[] {
    const today = this.clock.today();
    return day <= today ? [] : [{ in: 'body', veld, waarde: day, verwacht: `vandaag (${today}) of eerder` }];
  }
}

function isWaiting(proposal: ProposalEntity): proposal is WaitingCase {
  return isWaitingState(proposal.state);
}

function refuse(faults: readonly InputFault[]): void {
  if (faults.length > 0) throw invalidInput(faults);
}
