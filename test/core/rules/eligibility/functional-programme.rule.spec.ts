import { describeEligibility } from '../rule-cases';

const unit = { functionalProgramme: 'vrouwenopvang' };

describeEligibility('functional-programme', {
  'no special programme': { outcome: 'holds' },
  'no special programme, with a need for one': {
    household: { functionalProgrammes: ['forensisch'] },
    outcome: 'holds',
  },
  'declared to be needed': {
    household: { functionalProgrammes: ['forensisch', 'vrouwenopvang'] },
    unit,
    outcome: 'holds',
  },
  'another programme': {
    household: { functionalProgrammes: ['forensisch'] },
    unit,
    outcome: 'fails',
    says: 'niet vast',
  },
  'declared that none is needed': { household: { functionalProgrammes: [] }, unit, outcome: 'fails' },
  'not filled in': { unit, outcome: 'unknown', says: 'niet ingevuld' },
});
