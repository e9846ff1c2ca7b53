import { describeEligibility } from '../rule-cases';

const area = (until: string | null, gemeenteIds: string[], wijkIds: string[] = []) => ({ gemeenteIds, wijkIds, until });

describeEligibility('exclusion-area', {
  'no areas': { outcome: 'holds' },
  'another gemeente': { household: { exclusionAreas: [area(null, ['GM0118'])] }, outcome: 'holds' },
  'this gemeente, without end': { household: { exclusionAreas: [area(null, ['GM0106'])] }, outcome: 'fails' },
  'this wijk': { household: { exclusionAreas: [area(null, [], ['W-ASSEN'])] }, outcome: 'fails', says: 'Assen-Oost' },
  'ends the day before the planned start': {
    household: { exclusionAreas: [area('2026-09-20', ['GM0106'])] },
    outcome: 'holds',
  },
  'ends on the planned start': {
    household: { exclusionAreas: [area('2026-09-21', ['GM0106'])] },
    outcome: 'fails',
    says: 'tot en met 21 september 2026',
  },
  'ends after the round and before the start of a later home': {
    household: { exclusionAreas: [area('2026-10-31', ['GM0106'])] },
    unit: { availableFrom: '2026-11-01' },
    outcome: 'holds',
  },
  'the latest end counts': {
    household: { exclusionAreas: [area('2026-10-01', ['GM0106']), area('2027-01-01', [], ['W-ASSEN'])] },
    outcome: 'fails',
    facts: { until: '2027-01-01' },
  },
  'no end outlasts every end': {
    household: { exclusionAreas: [area(null, ['GM0106']), area('2027-01-01', ['GM0106'])] },
    outcome: 'fails',
    facts: { until: null },
  },
});
