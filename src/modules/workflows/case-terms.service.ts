import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CaseTerm, caseTerm, type TermPause } from '../../core/review/case-term';
import { WAITING_STATES, type WaitingState, workflowOn, type WorkflowStep } from '../../core/review/workflow';
import type { ProposalOrigin } from '../../core/review/case-reasons';
import type { WorkflowEntity } from '../../database/entities/workflow.entity';
import { isDutchHoliday } from '../../platform/calendar/dutch-holidays';
import { Clock, dayIn } from '../../platform/clock';
import { WorkflowsService } from './workflows.service';

interface OpenCaseRow {
  readonly id: string;
  readonly state: WaitingState;
  readonly since: Date;
  readonly progressAt: Date | null;
  readonly pauses: readonly TermPause[];
  readonly origin: ProposalOrigin;
  readonly workflowId: string | null;
  /** Since when its present step is known to be overdue by the one that it went to. */
  readonly escalatedAt: Date | null;
  readonly programme: string;
  readonly unitId: string;
  readonly unit: string;
  readonly corporatieId: string | null;
  /** Null for a corporatie, as the two below. */
  readonly aanbiederId: string | null;
  readonly householdId: string | null;
  readonly reference: string | null;
}

/** A case that waits, with how its term stands today. Both null: its region has no workflow for it. */
export interface OpenCase extends OpenCaseRow {
  readonly workflow: WorkflowEntity | null;
  readonly step: WorkflowStep | null;
  readonly term: CaseTerm | null;
}

const ZONE = 'Europe/Amsterdam';

/**
 * How the cases of a region stand. Everything follows from the rows of this moment: nothing has to have run before, so an hour
 * without any process makes no case late, and none on time.
 */
@Injectable()
export class CaseTermsService {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly clock: Clock,
  ) {}

  /** The cases that wait, as far as the one for whom the transaction is may know of them. */
  async openCases(manager: EntityManager, regionId: string, id?: string): Promise<OpenCase[]> {
    const rows = await manager.query<OpenCaseRow[]>(
      `SELECT id, state, since, progress_at AS "progressAt", pauses, origin, workflow_id AS "workflowId",
              escalated_at AS "escalatedAt", programme, unit_id AS "unitId", unit, corporatie_id AS "corporatieId",
              aanbieder_id AS "aanbiederId", household_id AS "householdId", reference
         FROM open_cases($1) WHERE $2::uuid IS NULL OR id = $2 ORDER BY id`,
      [WAITING_STATES, id ?? null],
    );
    const workflows = await this.workflows.all(manager, regionId);
    return rows.map((row) => this.withTerm(row, workflows));
  }

  private withTerm(row: OpenCaseRow, workflows: readonly WorkflowEntity[]): OpenCase {
    const today = this.clock.today();
    // A case keeps the version with which it was approved.
    const workflow =
      workflows.find(({ id }) => id === row.workflowId) ?? workflowOn(workflows, row.programme, today) ?? null;
    const step = workflow?.steps.find(({ state }) => state === row.state) ?? null;
    if (step === null) return { ...row, workflow, step, term: null };
    const moments = {
      since: dayIn(ZONE, row.since),
      lastProgressOn: row.progressAt && dayIn(ZONE, row.progressAt),
      pauses: row.pauses,
    };
    return { ...row, workflow, step, term: caseTerm(step, moments, today, isDutchHoliday) };
  }
}
