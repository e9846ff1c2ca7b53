import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { explainMatch, type MatchExplanation } from '../../core/explain/why';
import type { PairReference } from '../../core/matching/problem';
import { proposalTransitions } from '../../core/review/proposal-transitions';
import { MatchRunEntity } from '../../database/entities/match-run.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput, ProblemException } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { DecisionPreviewService } from '../pair-decisions/decision-preview.service';
import { type Obstacle, type PairCheck, PairCheckService } from '../proposals/pair-check.service';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import { SnapshotService } from '../runs/snapshot.service';
import { verdictAnswer } from '../runs/verdict.dto';
import { type Displaced, displacedBy, openAround } from './displaced.queries';
import type {
  ManualMatchDto,
  ManualMatchRequestDto,
  ManualPreviewDto,
  ManualPreviewRequestDto,
} from './manual-match.dto';

interface Looked {
  readonly candidate: ProposalEntity;
  readonly household: HouseholdEntity;
  readonly check: PairCheck;
  readonly displaced: readonly Displaced[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Lets a coordinator propose a client for a free home apart from the round, or out of the order of its reserves. No hard rule is
 * passed by: only an exception for this pair, taken before and by name, sets one aside. What comes of it is a proposal like any
 * other, which somebody else reviews.
 */
@Injectable()
export class ManualMatchService {
  constructor(
    private readonly database: DataSource,
    private readonly pairs: PairCheckService,
    private readonly proposals: ProposalStepsService,
    private readonly snapshots: SnapshotService,
    private readonly previews: DecisionPreviewService,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing. Throws 400 for a client or home that is not of the region, 409 while the data may not be used. */
  async preview(
    { regionId }: ActingAccount,
    request: ManualPreviewRequestDto,
    signal: AbortSignal,
  ): Promise<ManualPreviewDto> {
    const pair = pairOf(request);
    const looked = await this.database.transaction('REPEATABLE READ', async (manager) => {
      const { candidate, household } = await this.candidate(manager, regionId, pair);
      await this.restrictions.refuseRestricted(manager, household.id);
      return this.look(manager, candidate, household);
    });
    const { check, displaced } = looked;
    const isPossible = check.obstacles.length === 0;
    const cost = isPossible ? await this.cost(regionId, request, signal) : NO_COST;
    return {
      client: pair.householdId,
      mogelijk: isPossible,
      start: check.start,
      regels: check.verdicts.map(verdictAnswer),
      bezwaren: check.obstacles.map(({ code, rule, title, text }) => ({
        ...{ soort: code, regel: rule, titel: title, tekst: text },
      })),
      verdringt: [...displaced],
      ...cost,
    };
  }

  /**
   * Makes the proposal, and lets lapse what it displaces. Throws 400 as above, and 409 for restricted data, for every hard rule
   * and agreement that stands in the way, where there has been no round, and where something else would lapse than was shown.
   */
  async propose(actor: ActingAccount, request: ManualMatchRequestDto): Promise<ManualMatchDto> {
    const { regionId } = actor;
    const pair = pairOf(request);
    return inTransaction(
      this.database,
      async (manager) => {
        await lockProposalsOf(manager, regionId);
        const runId = await lastRound(manager, regionId);
        await manager.findOne(UnitEntity, {
          where: { id: pair.unitId, regionId },
          lock: { mode: 'for_no_key_update' },
        });
        const { candidate, household } = await this.candidate(manager, regionId, pair);
        await this.restrictions.refuseRestricted(manager, household.id);
        const { check, displaced } = await this.look(manager, candidate, household);
        refuseObstacles(check.obstacles);
        refuseOther(displaced, request.verdringt);
        const justification = await this.explain(manager, regionId, { ...pair, start: check.start });
        await this.lapse(manager, actor, displaced);
        await manager.insert(ProposalEntity, {
          ...candidate,
          ...{ runId, justification, origin: 'manual', madeReason: request.reden, plannedStart: check.start },
          aanbiederOrganisationId: household.ownerOrganisationId,
        });
        return { voorstel: candidate.id, client: household.id, vervallen: displaced.map(({ voorstel }) => voorstel) };
      },
      { actor },
    );
  }

  private async candidate(manager: EntityManager, regionId: string, { householdId, unitId }: PairReference) {
    const household = await manager.findOneBy(HouseholdEntity, { id: householdId, regionId });
    const unit = await manager.findOneBy(UnitEntity, { id: unitId, regionId });
    const faults: InputFault[] = [];
    const fault = (veld: string, waarde: string, verwacht: string) =>
      faults.push({ in: 'body', veld, waarde, verwacht });
    if (household === null) fault('clientId', householdId, 'een cliënt van deze regio');
    if (unit === null) fault('wooneenheidId', unitId, 'een woonplek van deze regio');
    if (household === null || unit === null) throw invalidInput(faults);
    const { ownerOrganisationId } = unit;
    const state = proposalTransitions.initial;
    const candidate = manager.create(ProposalEntity, {
      ...{ id: randomUUID(), regionId, ownerOrganisationId, householdId, unitId, state },
    });
    return { candidate, household };
  }

  private async look(manager: EntityManager, candidate: ProposalEntity, household: HouseholdEntity): Promise<Looked> {
    const { regionId, unitId } = candidate;
    const open = await openAround(manager, regionId, candidate);
    if (open.some((each) => each.householdId === household.id && each.unitId === unitId)) {
      throw conflict(
        'al-voorgesteld',
        'Dit is al een voorstel',
        'Voor deze cliënt en deze woonplek ligt al een voorstel. Beoordeel dat.',
      );
    }
    const check = await this.pairs.check(manager, candidate);
    const free = await this.proposals.freePlacesOf(manager, unitId);
    return { candidate, household, check, displaced: displacedBy(open, candidate, free) };
  }

  /** What the last round would have been worth with this pair in it. */
  private async cost(
    regionId: string,
    request: ManualPreviewRequestDto,
    signal: AbortSignal,
  ): Promise<Pick<ManualPreviewDto, 'gevolgen' | 'geenGevolgen'>> {
    try {
      const gevolgen = await this.previews.preview(regionId, { soort: 'vastzetting', ...request }, signal);
      return { gevolgen, geenGevolgen: null };
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      return { gevolgen: null, geenGevolgen: error.detail };
    }
  }

  /** Why this pair, on everything that is so today. Throws 409 where client or home would not be in a round of today. */
  private async explain(
    manager: EntityManager,
    regionId: string,
    { householdId, unitId, start }: PairReference & { readonly start: string },
  ): Promise<MatchExplanation> {
    const problem = await this.snapshots.read(manager, { regionId, asOf: this.clock.today(), seed: '' });
    const isIn =
      problem.households.some(({ id }) => id === householdId) && problem.units.some(({ id }) => id === unitId);
    if (!isIn) {
      throw conflict(
        'niet-beschikbaar',
        'Cliënt of woonplek doet niet mee',
        'De cliënt wacht vandaag niet, of de woonplek is vandaag nog niet of niet meer te verdelen.',
      );
    }
    const match = { householdId, unitId, plannedStart: start, decidedAtLevel: null };
    return { ...explainMatch(problem, { matches: [match] }, match, sha256), byHand: true };
  }

  private async lapse(manager: EntityManager, actor: ActingAccount, displaced: readonly Displaced[]): Promise<void> {
    const ids = displaced.map(({ voorstel }) => voorstel);
    for (const proposal of await manager.find(ProposalEntity, { where: { id: In(ids) }, order: { id: 'ASC' } })) {
      const isOfHome = displaced.find(({ voorstel }) => voorstel === proposal.id)?.vanwege === 'woonplek';
      const note = isOfHome
        ? 'Voor deze woonplek is met de hand een andere cliënt voorgesteld.'
        : 'Voor deze cliënt is met de hand een andere woonplek voorgesteld.';
      await this.proposals.take(manager, actor, proposal, 'vervangen', { note });
      await manager.save(proposal);
    }
  }
}

const NO_COST = { gevolgen: null, geenGevolgen: 'Zo lang er iets in de weg staat, is er niets te vergelijken.' };

/** The round that a proposal by hand departs from. Read under the lock, so that none comes in between. */
async function lastRound(manager: EntityManager, regionId: string): Promise<string> {
  const order = { requestedAt: 'DESC' } as const;
  const run = await manager.findOne(MatchRunEntity, {
    ...{ where: { regionId, status: 'completed' }, order, select: { id: true } },
  });
  if (run !== null) return run.id;
  const detail = 'Een voorstel met de hand wijkt af van een ronde; er is er nog geen geweest.';
  throw conflict('geen-ronde', 'Nog geen matchronde', detail);
}

function pairOf({ clientId, wooneenheidId }: ManualPreviewRequestDto): PairReference {
  return { householdId: clientId, unitId: wooneenheidId };
}

function refuseObstacles(obstacles: readonly Obstacle[]): void {
  if (obstacles.length === 0) return;
  const titles = [...new Set(obstacles.map(({ title }) => title))].join('; ');
  throw conflict(
    'past-niet',
    'Deze cliënt kan hier niet wonen',
    `Dit staat in de weg: ${titles}. Op een regel kan iemand eerst een uitzondering voor dit paar toestaan.`,
    { redenen: obstacles.map(({ code, rule, title }) => ({ soort: code, regel: rule, titel: title })) },
  );
}

function refuseOther(displaced: readonly Displaced[], seen: readonly string[]): void {
  const ids = displaced.map(({ voorstel }) => voorstel);
  if (ids.length === new Set(seen).size && ids.every((id) => seen.includes(id))) return;
  throw conflict(
    'intussen-gewijzigd',
    'Er vervalt iets anders',
    'Hierdoor vervallen andere voorstellen dan u zag. Bekijk opnieuw wat er gebeurt.',
    { verdringt: ids },
  );
}
