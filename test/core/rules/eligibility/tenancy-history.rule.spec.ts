import { describeEligibility } from '../rule-cases';

const flag = { corporatieId: 'C1', kind: 'rent-debt' as const, settled: false, until: '2026-09-21' };
const fails = { parameters: { open: 'fails' } };

describeEligibility('tenancy-history', {
  'nothing open': { ...fails, outcome: 'holds' },
  'open on the planned start, the corporatie decides': {
    household: { tenancyFlags: [flag] },
    outcome: 'holds',
    says: 'huurschuld',
  },
  'open, and the policy says no': { household: { tenancyFlags: [flag] }, ...fails, outcome: 'fails' },
  'open, and somebody must decide first': {
    household: { tenancyFlags: [{ ...flag, kind: 'nuisance' }] },
    parameters: { open: 'unknown' },
    outcome: 'unknown',
    says: 'overlast',
  },
  'ended the day before': {
    household: { tenancyFlags: [{ ...flag, until: '2026-09-20' }] },
    ...fails,
    outcome: 'holds',
  },
  settled: { household: { tenancyFlags: [{ ...flag, settled: true }] }, ...fails, outcome: 'holds' },
  'at another corporatie: there is no shared list': {
    household: { tenancyFlags: [{ ...flag, corporatieId: 'C2' }] },
    ...fails,
    outcome: 'holds',
  },
});
