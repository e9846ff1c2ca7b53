import { describeEligibility } from '../rule-cases';

const from = (
  gemeenteId: string | null,
  certainty: 'established' | 'assumed' | 'disputed' | 'unknown',
  waived = false,
) => ({
  herkomst: { gemeenteId, certainty, waived },
});

describeEligibility('herkomst', {
  'own gemeente': { outcome: 'holds', facts: { herkomstCase: 'own' } },
  'own gemeente, assumed': { household: from('GM0106', 'assumed'), outcome: 'holds' },
  'another gemeente': { household: from('GM0118', 'established'), outcome: 'fails', says: 'Hoogeveen' },
  'another gemeente, assumed': { household: from('GM0118', 'assumed'), outcome: 'fails' },
  'return is not safe': {
    household: from('GM0118', 'established', true),
    outcome: 'holds',
    facts: { herkomstCase: 'waived' },
  },
  'unknown: nobody is shut out unless the policy says so': {
    household: from(null, 'unknown'),
    outcome: 'holds',
    says: 'onbekend',
  },
  'unknown, policy wants a decision': {
    household: from(null, 'unknown'),
    parameters: { unknown: 'unknown' },
    outcome: 'unknown',
  },
  'unknown, policy refuses': { household: from(null, 'unknown'), parameters: { unknown: 'fails' }, outcome: 'fails' },
  'established without a gemeente is unknown': {
    household: from(null, 'established'),
    parameters: { unknown: 'unknown' },
    outcome: 'unknown',
  },
  disputed: { household: from('GM0118', 'disputed'), outcome: 'holds', says: 'niet eens' },
  'disputed, policy wants a decision': {
    household: from('GM0118', 'disputed'),
    parameters: { disputed: 'unknown' },
    outcome: 'unknown',
  },
  'disputed, but this is the gemeente': {
    household: from('GM0106', 'disputed'),
    parameters: { disputed: 'fails' },
    outcome: 'holds',
  },
  'outside the region': { household: from('GM0363', 'established'), outcome: 'holds', says: 'buiten de regio' },
  'outside the region, policy refuses': {
    household: from('GM0363', 'established'),
    parameters: { outsideRegion: 'fails' },
    outcome: 'fails',
  },
  'a network here does not count': {
    household: { ...from('GM0118', 'established'), network: { gemeenteId: 'GM0106', wijkId: null } },
    outcome: 'fails',
  },
  'a network here counts by policy': {
    household: { ...from('GM0118', 'established'), network: { gemeenteId: 'GM0106', wijkId: null } },
    parameters: { networkCounts: true },
    outcome: 'holds',
    says: 'netwerk',
  },
  'a network elsewhere does not': {
    household: { ...from('GM0118', 'established'), network: { gemeenteId: 'GM0118', wijkId: null } },
    parameters: { networkCounts: true },
    outcome: 'fails',
  },
});
