import { describeEligibility } from '../rule-cases';

describeEligibility('step-free-route', {
  'no need, nothing filled in': { outcome: 'holds', facts: { needed: false } },
  'no need in a home without it': { unit: { features: { lift: false } }, outcome: 'holds' },
  'needed and there': {
    household: { needs: ['no-stairs-to-the-door'] },
    unit: { features: { lift: true } },
    outcome: 'holds',
  },
  'needed and not there': {
    household: { needs: ['no-stairs-to-the-door'] },
    unit: { features: { 'ground-floor': false, lift: false } },
    outcome: 'fails',
    says: 'niet',
  },
  'the ground floor is enough, whatever is known of a lift': {
    household: { needs: ['no-stairs-to-the-door'] },
    unit: { features: { 'ground-floor': true } },
    outcome: 'holds',
  },
  'not on the ground floor, and nobody knows of a lift: only the lift is asked for': {
    household: { needs: ['no-stairs-to-the-door'] },
    unit: { features: { 'ground-floor': false } },
    outcome: 'unknown',
    facts: { missing: ['lift'] },
    says: 'niet ingevuld: lift',
  },
  'needed and not filled in: the text names the datum': {
    household: { needs: ['no-stairs-to-the-door'] },
    unit: { features: { 'use-free': true } },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
