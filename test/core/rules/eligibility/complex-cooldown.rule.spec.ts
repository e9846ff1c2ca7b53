import { aComplex } from '../../problem-builder';
import { describeEligibility } from '../rule-cases';

const unit = { complexId: 'X1' };
const pause = (cooldownUntil: string) => ({ complexes: [aComplex({ cooldownUntil })] });

describeEligibility('complex-cooldown', {
  'no complex': { outcome: 'holds' },
  'no pause': { unit, outcome: 'holds' },
  'until the planned start': { unit, problem: pause('2026-09-21'), outcome: 'fails', says: '21 september 2026' },
  'until the day before': { unit, problem: pause('2026-09-20'), outcome: 'holds' },
  'a policy that asks somebody to decide': {
    unit,
    problem: pause('2026-12-01'),
    parameters: { during: 'unknown' },
    outcome: 'unknown',
    says: 'beslissen',
  },
  'a policy that allows it': { unit, problem: pause('2026-12-01'), parameters: { during: 'holds' }, outcome: 'holds' },
});
