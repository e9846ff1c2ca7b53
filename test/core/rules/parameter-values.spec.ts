import { describe, expect, it } from '@jest/globals';
import { booleanValue, choiceValue, integerValue } from '../../../src/core/rules/parameter-values';

const spec = { name: 'p', title: { nl: 'P', en: 'P' }, unit: null };
const number = { ...spec, type: 'integer', default: 6, min: 0, max: 10 } as const;
const yesNo = { ...spec, type: 'boolean', default: true } as const;
const choice = { ...spec, type: 'choice', default: 'a', choices: ['a', 'b'] } as const;

describe('values of parameters', () => {
  it('are the defaults where the policy says nothing', () => {
    expect([integerValue(number, {}), booleanValue(yesNo, {}), choiceValue(choice, {})]).toEqual([6, true, 'a']);
  });

  it('are what the policy says, bounds included', () => {
    expect([integerValue(number, { p: 0 }), integerValue(number, { p: 10 })]).toEqual([0, 10]);
    expect([booleanValue(yesNo, { p: false }), choiceValue(choice, { p: 'b' })]).toEqual([false, 'b']);
  });

  it.each([
    ['below', () => integerValue(number, { p: -1 })],
    ['above', () => integerValue(number, { p: 11 })],
    ['not whole', () => integerValue(number, { p: 1.5 })],
    ['not a number', () => integerValue(number, { p: '6' })],
    ['no yes or no', () => booleanValue(yesNo, { p: 1 })],
    ['no choice', () => choiceValue(choice, { p: 'c' })],
  ])('are refused when %s', (_name, read) => {
    expect(read).toThrow(
      expect.objectContaining({ code: 'invalid-parameter', details: expect.objectContaining({ name: 'p' }) }),
    );
  });
});
