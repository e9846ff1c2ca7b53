import { describeEligibility } from '../rule-cases';

describeEligibility('address-safety', {
  'no need, nothing filled in': { outcome: 'holds', facts: { needed: false } },
  'no need in a home without it': { unit: { features: { 'shielded-address': false } }, outcome: 'holds' },
  'needed and there': {
    household: { needs: ['shielded-address'] },
    unit: { features: { 'shielded-address': true } },
    outcome: 'holds',
  },
  'needed and not there': {
    household: { needs: ['shielded-address'] },
    unit: { features: { 'ground-floor': false, 'shielded-address': false } },
    outcome: 'fails',
    says: 'niet',
  },
  'needed and not filled in: the text names the datum': {
    household: { needs: ['shielded-address'] },
    unit: { features: { 'use-free': true } },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
