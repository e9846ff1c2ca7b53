import { describeEligibility } from '../rule-cases';

describeEligibility('low-stimulus', {
  'no need, nothing filled in': { outcome: 'holds', facts: { needed: false } },
  'no need in a home without it': { unit: { features: { 'low-stimulus': false } }, outcome: 'holds' },
  'needed and there': {
    household: { needs: ['low-stimulus'] },
    unit: { features: { 'low-stimulus': true } },
    outcome: 'holds',
  },
  'needed and not there': {
    household: { needs: ['low-stimulus'] },
    unit: { features: { 'ground-floor': false, 'low-stimulus': false } },
    outcome: 'fails',
    says: 'niet',
  },
  'needed and not filled in: the text names the datum': {
    household: { needs: ['low-stimulus'] },
    unit: { features: { 'use-free': true } },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
