import { describeEligibility } from '../rule-cases';

describeEligibility('doelgroep', {
  'a home for every doelgroep': { outcome: 'holds', facts: { doelgroepen: [] } },
  'a home for this doelgroep': { unit: { doelgroepIds: ['volwassenen'] }, outcome: 'holds' },
  'one of several': {
    unit: { doelgroepIds: ['jongeren', 'volwassenen'] },
    outcome: 'holds',
    says: 'Jongeren of Volwassenen',
  },
  'a home for another doelgroep': {
    unit: { doelgroepIds: ['jongeren'] },
    outcome: 'fails',
    facts: { doelgroep: 'Volwassenen', doelgroepen: ['Jongeren'] },
  },
});
