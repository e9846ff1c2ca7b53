// Where nothing else decides, a lottery on pairs does: SHA-256 of seed, household and unit, so that input order never matters.
import { objectiveRule } from '../rule';

const MODULUS = 1_000_003;

export const lotteryRule = objectiveRule<{ number: number }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'lottery',
  title: { nl: 'Loting', en: 'Lottery' },
  sentence: {
    nl: 'Als plannen verder gelijk zijn, beslist een loting met een getal per huishouden en woonplek, uit een vooraf vastgelegd begingetal.',
    en: 'Where plans are equal otherwise, a lottery decides, with a number per household and home from a seed that was committed beforehand.',
  },
  source: 'Loting op paren met een vooraf vastgelegd begingetal, zie docs/lottery.md',
  parameters: [],
  unit: { nl: 'lotnummers', en: 'lottery numbers' },

  worth({ index, household, unit }, _parameters, sha256) {
    const hash = sha256(`${index.problem.seed}:${household.id}:${unit.id}`);
    const number = remainder(hash);
    return { value: number, facts: { number } };
  },

  describe: ({ facts: { number } }) => ({ nl: `Lotnummer ${number}.`, en: `Lottery number ${number}.` }),
});

/** What is left of a hexadecimal number after division by the modulus, eight digits at a time: that stays exact. */
function remainder(hex: string): number {
  let left = 0;
  for (let at = 0; at < hex.length; at += 8) {
    left = (left * 2 ** 32 + Number.parseInt(hex.slice(at, at + 8), 16)) % MODULUS;
  }
  return left;
}
