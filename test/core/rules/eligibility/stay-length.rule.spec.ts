import { describeEligibility } from '../rule-cases';

const household = { requiredStayMonths: 18 };
const unit = { housingForm: 'intermediate' as const };

describeEligibility('stay-length', {
  'nothing required': { unit: { ...unit, maxStayMonths: 3 }, outcome: 'holds' },
  'exactly long enough': { household, unit: { ...unit, maxStayMonths: 18 }, outcome: 'holds' },
  'a month too short': { household, unit: { ...unit, maxStayMonths: 17 }, outcome: 'fails', says: 'ten hoogste 17' },
  'an omklapwoning goes on': {
    household,
    unit: { ...unit, maxStayMonths: 6, omklap: true },
    outcome: 'holds',
    says: 'omklapwoning',
  },
  'a permanent home': { household, unit: { housingForm: 'permanent', maxStayMonths: null }, outcome: 'holds' },
  'the longest stay is not filled in': {
    household,
    unit: { ...unit, maxStayMonths: null },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
