import { describe, expect, it } from '@jest/globals';
import type { WhyNot } from '../../../src/core/explain/why-not';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { whyNotAnswer } from '../../../src/modules/explanations/explanation-answers';
import { aProblem } from '../../core/problem-builder';

const text = { nl: 'Gehuisvest', en: 'Housed' };
const unit = { nl: 'huishoudens', en: 'households' };
const ANSWER: WhyNot = {
  kind: 'loss',
  level: 2,
  levels: [
    { level: 1, objectiveId: 'legal-duty', title: text, unit, before: 3, after: 3, loss: 0 },
    { level: 2, objectiveId: 'housed', title: text, unit, before: 9, after: 8, loss: 1 },
  ],
  moves: [{ householdId: 'H9', fromUnitId: 'U1', toUnitId: null }],
};
const names = { index: indexProblem(aProblem()), references: new Map([['H9', 'AS-0009']]) };

describe('who would move', () => {
  it('is named to who may see clients', () => {
    const { verhuizingen } = whyNotAnswer(names, 'H1', 'U1', ANSWER, true);
    expect(verhuizingen.map(({ client }) => client)).toEqual([{ id: 'H9', nummer: 'AS-0009' }]);
  });

  it('is only counted for everybody else, and never told to the client', () => {
    const answer = whyNotAnswer(names, 'H1', 'U1', ANSWER, false);
    expect(answer).toMatchObject({ verhuizingen: [], aantalVerhuizingen: 1, beslistOpNiveau: 2, tenMinste: 1 });
    expect(JSON.stringify(answer)).not.toMatch(/H9|AS-0009/);
    expect(whyNotAnswer(names, 'H1', 'U1', ANSWER, true).tekstVoorClient).not.toMatch(/H9|AS-0009/);
  });
});
