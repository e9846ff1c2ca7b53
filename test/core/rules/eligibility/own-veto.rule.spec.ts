import { describeEligibility } from '../rule-cases';

describeEligibility('own-veto', {
  'nothing ruled out': { outcome: 'holds' },
  'another gemeente ruled out': { household: { vetoes: [{ kind: 'gemeente', value: 'GM0118' }] }, outcome: 'holds' },
  'this gemeente ruled out': { household: { vetoes: [{ kind: 'gemeente', value: 'GM0106' }] }, outcome: 'fails' },
  'this wijk ruled out': { household: { vetoes: [{ kind: 'wijk', value: 'W-ASSEN' }] }, outcome: 'fails' },
  'this housing form ruled out': {
    household: { vetoes: [{ kind: 'housing-form', value: 'intermediate' }] },
    unit: { housingForm: 'intermediate' },
    outcome: 'fails',
  },
  'this complex ruled out': {
    household: { vetoes: [{ kind: 'complex', value: 'X1' }] },
    unit: { complexId: 'X1' },
    outcome: 'fails',
  },
});
