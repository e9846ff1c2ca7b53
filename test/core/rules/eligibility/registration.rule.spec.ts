import { describeEligibility } from '../rule-cases';

describeEligibility('registration', {
  'no need, nothing filled in': { outcome: 'holds', facts: { needed: false } },
  'no need in a home without it': { unit: { features: { registration: false } }, outcome: 'holds' },
  'needed and there': {
    household: { needs: ['registration'] },
    unit: { features: { registration: true } },
    outcome: 'holds',
  },
  'needed and not there': {
    household: { needs: ['registration'] },
    unit: { features: { 'ground-floor': false, registration: false } },
    outcome: 'fails',
    says: 'niet',
  },
  'needed and not filled in: the text names the datum': {
    household: { needs: ['registration'] },
    unit: { features: { 'use-free': true } },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
