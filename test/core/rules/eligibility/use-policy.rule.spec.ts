import { describeEligibility } from '../rule-cases';

describeEligibility('use-policy', {
  'needs neither, in a house where use is allowed': { unit: { features: { 'use-tolerant': true } }, outcome: 'holds' },
  'needs neither, nothing filled in': { outcome: 'holds' },
  'needs a place free of use': {
    household: { needs: ['use-free'] },
    unit: { features: { 'use-free': true } },
    outcome: 'holds',
  },
  'needs a place free of use, in one that is not': {
    household: { needs: ['use-free'] },
    unit: { features: { 'use-tolerant': true, 'use-free': false } },
    outcome: 'fails',
    says: 'vrij van gebruik',
  },
  'needs a place where use is allowed': {
    household: { needs: ['low-stimulus', 'use-tolerant'] },
    unit: { features: { 'use-tolerant': true } },
    outcome: 'holds',
  },
  'needs a place where use is allowed, in a sober house': {
    household: { needs: ['use-tolerant'] },
    unit: { features: { 'use-tolerant': false } },
    outcome: 'fails',
  },
  'house rules not filled in': { household: { needs: ['use-free'] }, outcome: 'unknown', says: 'niet ingevuld' },
});
