import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  casePauseReasons,
  progressReasons,
  proposalOrigins,
  reserveOutcomes,
  termEffects,
} from '../../core/review/case-reasons';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import { isWaitingState } from '../../core/review/workflow';
import { AccountEntity } from '../../database/entities/account.entity';
import { CasePauseEntity } from '../../database/entities/case-pause.entity';
import { CaseProgressEntity } from '../../database/entities/case-progress.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { ReservesService } from '../proposals/reserves.service';
import { CaseTermsService } from '../workflows/case-terms.service';
import type { CaseCourseDto } from './case-course.dto';
import { isTimed, termAnswer } from './work-list.service';

const SYSTEM = 'Woonplek';

/** How a case goes: its term, what stood it still, what was said of it, and who would come next. */
@Injectable()
export class CaseCourseService {
  constructor(
    private readonly database: DataSource,
    private readonly terms: CaseTermsService,
    private readonly reserves: ReservesService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a proposal that this account may not see, exactly as for one that does not exist. */
  async get(actor: ActingAccount, id: string): Promise<CaseCourseDto> {
    const { regionId } = actor;
    const { proposal, ...known } = await this.database.transaction((manager) => this.known(manager, regionId, id));
    return {
      id,
      ...known,
      reserves: isWaitingState(proposal.state) ? await this.nextCandidates(regionId, id) : [],
    };
  }

  private async known(manager: EntityManager, regionId: string, id: string) {
    const proposal = await manager.findOneBy(ProposalEntity, { id, regionId });
    if (proposal === null) throw notFound('voorstel', id);
    const { reference } = await manager.findOneByOrFail(HouseholdEntity, { id: proposal.householdId });
    const pauses = await manager.find(CasePauseEntity, { where: { proposalId: id }, order: { since: 'DESC' } });
    const progress = await manager.find(CaseProgressEntity, {
      where: { proposalId: id },
      order: { createdAt: 'DESC' },
    });
    const nameOf = await accountNames(manager, [
      ...pauses.map(({ createdBy }) => createdBy),
      ...progress.map(({ createdBy }) => createdBy),
    ]);
    const replacement = await manager.findOneBy(ProposalEntity, {
      replacesProposalId: id,
      state: In([proposalTransitions.initial, ...HOLDING_STATES, 'gehuisvest']),
    });
    const { origin, replacesProposalId, reserveOutcome } = proposal;
    const hasFailed = reserveOutcome !== null && !isWaitingState(proposal.state);
    return {
      proposal,
      client: { id: proposal.householdId, nummer: reference },
      termijn: await this.term(manager, regionId, id),
      herkomst: proposalOrigins.toPublic(origin),
      vervangt: replacesProposalId,
      vervangenDoor: replacement?.id ?? null,
      reserveUitkomst: hasFailed ? reserveOutcomes.named(reserveOutcome) : null,
      pauzes: pauses.map((pause) => ({
        id: pause.id,
        reden: casePauseReasons.named(pause.reason),
        vanaf: pause.since,
        tot: pause.until,
        toelichting: pause.note,
        door: nameOf(pause.createdBy),
      })),
      voortgang: progress.map((each) => ({
        id: each.id,
        status: each.state,
        op: each.createdAt.toISOString(),
        door: nameOf(each.createdBy),
        betrokken: each.isInvolved,
        reden: progressReasons.named(each.reasonCode),
        laatstGezien: each.lastSeenOn,
        toelichting: each.note,
      })),
    };
  }

  private async term(manager: EntityManager, regionId: string, id: string): Promise<CaseCourseDto['termijn']> {
    const [open] = await this.terms.openCases(manager, regionId, id);
    if (open === undefined || !isTimed(open) || open.step === null || open.workflow === null) return null;
    return {
      ...termAnswer(open, this.clock.today()),
      gevolg: termEffects.named(open.step.effect),
      werkwijze: { programma: open.workflow.programme, versie: open.workflow.version },
      bron: open.step.source,
      demonstratie: open.step.demonstration,
    };
  }

  /** Which of these clients the reader may know of is up to the database. */
  private async nextCandidates(regionId: string, id: string): Promise<CaseCourseDto['reserves']> {
    const reserves = await this.reserves.next(regionId, id);
    const ids = reserves.map(({ householdId }) => householdId);
    const households = await this.database.manager.find(HouseholdEntity, {
      where: { id: In(ids) },
      select: { id: true, reference: true },
    });
    const references = new Map(households.map((household) => [household.id, household.reference]));
    return reserves.flatMap(({ householdId, obstacles }) => {
      const nummer = references.get(householdId);
      return nummer === undefined
        ? []
        : [{ client: { id: householdId, nummer }, past: obstacles.length === 0, redenen: [...obstacles] }];
    });
  }
}

async function accountNames(
  manager: EntityManager,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const accounts = await manager.findBy(AccountEntity, { id: In(ids.filter((id) => id !== null)) });
  const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  return (id) => names.get(id ?? '') ?? SYSTEM;
}
