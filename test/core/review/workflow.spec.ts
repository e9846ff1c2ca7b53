import { describe, expect, it } from '@jest/globals';
import { proposalTransitions } from '../../../src/core/review/proposal-transitions';
import { reserveOutcomes, RESERVE_OUTCOMES, termEffects } from '../../../src/core/review/case-reasons';
import { transitionsFrom } from '../../../src/core/review/validate-transitions';
import {
  isWaitingState,
  TERM_EFFECTS,
  validateWorkflow,
  WAITING_STATES,
  type Workflow,
  workflowOn,
  type WorkflowStep,
} from '../../../src/core/review/workflow';

const step = (state: WorkflowStep['state']): WorkflowStep => ({
  state,
  waitsFor: 'coordinator',
  term: { number: 5, unit: 'working-days' },
  remindDaysBefore: [3, 1],
  effect: 'none',
  escalateTo: null,
  stallDays: 7,
  source: 'Een bron.',
  demonstration: true,
});
const workflow = (change: Partial<WorkflowStep> = {}, of: WorkflowStep['state'] = 'aangeboden'): Workflow => ({
  programme: 'standaard',
  version: '1',
  validFrom: '2026-01-01',
  steps: WAITING_STATES.map((state) => ({ ...step(state), ...(state === of ? change : {}) })),
});
const faultsOf = (each: Workflow) => validateWorkflow(each).map(({ path }) => path);

describe('the states in which a case waits', () => {
  it('are all that are not final and have not failed', () => {
    const waiting = proposalTransitions.states.filter(
      ({ code, final }) =>
        !final &&
        !transitionsFrom(proposalTransitions, code).every(({ action }) => ['heropenen', 'herroepen'].includes(action)),
    );
    expect([...WAITING_STATES].sort()).toEqual(waiting.map(({ code }) => code).sort());
    expect(isWaitingState('gehuisvest')).toBe(false);
  });

  it('have codes and words for every effect and outcome', () => {
    expect(termEffects.entries.map(({ internal }) => internal)).toEqual([...TERM_EFFECTS]);
    expect(reserveOutcomes.entries.map(({ internal }) => internal)).toEqual([...RESERVE_OUTCOMES]);
  });
});

describe('a workflow', () => {
  it('is sound when every waiting state has one step', () => {
    expect(validateWorkflow(workflow())).toEqual([]);
    expect(validateWorkflow(workflow({ effect: 'expire' }))).toEqual([]);
    expect(validateWorkflow(workflow({ effect: 'escalate', escalateTo: 'corporatie' }))).toEqual([]);
  });

  it.each<[string, Partial<WorkflowStep>]>([
    ['term.number', { term: { number: 0, unit: 'working-days' } }],
    ['term.number', { term: { number: 1.5, unit: 'calendar-days' } }],
    ['term.unit', { term: { number: 3, unit: 'weeks' as never } }],
    ['stallDays', { stallDays: 400 }],
    ['waitsFor', { waitsFor: 'buurman' as never }],
    ['escalateTo', { effect: 'escalate' }],
    ['escalateTo', { escalateTo: 'coordinator' }],
    ['remindDaysBefore', { remindDaysBefore: [1, 3] }],
    ['remindDaysBefore', { remindDaysBefore: [-1] }],
    ['source', { source: ' ' }],
  ])('is refused with a fault at %s', (field, change) => {
    const place = WAITING_STATES.indexOf('aangeboden');
    expect(faultsOf(workflow(change))).toEqual([`steps.${place}.${field}`]);
  });

  it.each(WAITING_STATES.filter((state) => state !== 'aangeboden'))('never lets %s end by itself', (state) => {
    expect(faultsOf(workflow({ effect: 'expire' }, state))).toEqual([`steps.${WAITING_STATES.indexOf(state)}.effect`]);
  });

  it('says everything that is wrong at once', () => {
    const wrong = { ...workflow(), programme: 'Mijn programma', version: ' ', validFrom: '2026-02-30', steps: [] };
    expect(faultsOf(wrong)).toEqual(['programme', 'version', 'validFrom', ...WAITING_STATES.map(() => 'steps')]);
  });
});

describe('which workflow holds', () => {
  const versions = [
    { programme: 'standaard', version: '1', validFrom: '2026-01-01' },
    { programme: 'omklap', version: '1', validFrom: '2026-01-01' },
    { programme: 'omklap', version: '3', validFrom: '2026-06-01' },
    { programme: 'omklap', version: '2', validFrom: '2026-06-01' },
  ];

  it.each([
    ['omklap', '2026-05-31', '1'],
    ['omklap', '2026-06-01', '3'],
    ['container', '2026-06-01', '1'],
    ['omklap', '2025-12-31', undefined],
  ])('for %s on %s is version %s', (programme, day, version) => {
    expect(workflowOn(versions, programme, day)?.version).toBe(version);
  });
});
