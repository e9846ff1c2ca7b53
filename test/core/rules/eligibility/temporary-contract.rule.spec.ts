import { describeEligibility } from '../rule-cases';

const household = { temporaryGround: 'opvang' as const };
const unit = { temporaryContract: true, maxStayMonths: 24 };

describeEligibility('temporary-contract', {
  'not for a fixed time': { outcome: 'holds' },
  'two years on a lawful ground': { household, unit, outcome: 'holds', says: 'opvang' },
  'a month longer than the law allows': { household, unit: { ...unit, maxStayMonths: 25 }, outcome: 'fails' },
  'longer than the law allows, whatever the ground': { unit: { ...unit, maxStayMonths: 25 }, outcome: 'fails' },
  'a second chance': { household: { temporaryGround: 'tweede-kans' }, unit, outcome: 'holds' },
  'no ground': { unit, outcome: 'unknown', says: 'niet ingevuld' },
  'no length': { household, unit: { temporaryContract: true, maxStayMonths: null }, outcome: 'unknown', says: 'duur' },
  'the law changes': { household, unit, parameters: { months: 12 }, outcome: 'fails' },
});
