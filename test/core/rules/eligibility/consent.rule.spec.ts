import { describeEligibility } from '../rule-cases';

describeEligibility('consent', {
  'consent for this corporatie': { outcome: 'holds' },
  'no consent': { household: { consentCorporatieIds: [] }, outcome: 'fails', says: 'geen toestemming' },
  'consent for another corporatie': {
    household: { consentCorporatieIds: ['C2'] },
    outcome: 'fails',
    says: 'Corporatie Een',
  },
  'not of a corporatie': { household: { consentCorporatieIds: [] }, unit: { corporatieId: null }, outcome: 'holds' },
});
