import { z } from 'zod';
import { PANEL_NEEDS } from '../core/review/case-panels';
import { landingChecklistFaults } from '../core/review/landing-checklist';
import { REFUSAL_CONSEQUENCES, refusalPolicyFaults } from '../core/review/refusal-policy';
import { STEP_ROLES, TERM_EFFECTS, TERM_UNITS, WAITING_STATES } from '../core/review/workflow';
import { code, isoDate, text, provenance } from './seed-values.schema';

/** A version of what a region agreed about the way from offer to key. */
const workflowVersion = { version: text, validFrom: isoDate, source: text };

const refusalConsequences = sound(
  z.strictObject({
    ...workflowVersion,
    freeRefusals: z.int().min(1).max(20),
    reassessFrom: z.int().min(2).max(20).nullable(),
    exemptProgrammes: z.array(code),
    reasons: z.array(
      z.strictObject({
        reason: z.string().regex(/^[A-Z]{3,6}$/),
        consequence: z.enum(REFUSAL_CONSEQUENCES),
        days: z.int().nullable(),
      }),
    ),
  }),
  refusalPolicyFaults,
);

const landingChecklist = sound(
  z.strictObject({
    ...workflowVersion,
    lists: z.array(
      z.strictObject({
        programmes: z.array(code),
        points: z
          .array(
            z.strictObject({
              code: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
              nl: text,
              required: z.boolean(),
              toldToCorporatie: z.boolean(),
            }),
          )
          .min(1),
      }),
    ),
  }),
  landingChecklistFaults,
);

/** A schema that also asks the core whether what it read makes sense. */
function sound<S extends z.ZodType>(schema: S, faultsOf: (value: z.output<S>) => string[]): S {
  return schema.superRefine((value, context) => {
    for (const message of faultsOf(value)) context.addIssue({ code: 'custom', message });
  });
}

/** The files with what a region agreed about the way from a proposal to the key. */
export const WORKFLOW_FILES = {
  'refusal-consequences.json': z.strictObject({ refusalConsequences: z.array(refusalConsequences).min(1) }),
  'landing-checklists.json': z.strictObject({ landingChecklists: z.array(landingChecklist).min(1) }),
  'panel-sharing.json': z.strictObject({
    panelSharing: z
      .array(z.strictObject({ version: text, validFrom: isoDate, source: text, needs: z.array(z.enum(PANEL_NEEDS)) }))
      .min(1),
  }),
  'workflows.json': z.strictObject({
    workflows: z.array(
      z.strictObject({
        programme: code,
        version: text,
        validFrom: isoDate,
        steps: z.array(
          z.strictObject({
            state: z.enum(WAITING_STATES),
            waitsFor: z.enum(STEP_ROLES),
            term: z.strictObject({ number: z.int(), unit: z.enum(TERM_UNITS) }),
            remindDaysBefore: z.array(z.int()),
            effect: z.enum(TERM_EFFECTS),
            escalateTo: z.enum(STEP_ROLES).nullable(),
            stallDays: z.int(),
            ...provenance,
          }),
        ),
        ...provenance,
      }),
    ),
  }),
} as const;
