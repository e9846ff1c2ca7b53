import { describe, expect, it } from '@jest/globals';
import { choiceText } from '../../../src/core/rules/choice-text';
import { euroText } from '../../../src/core/rules/euro-text';
import { dateInWords } from '../../../src/core/time/date-in-words';

describe('values in words', () => {
  it.each([
    [0, '€ 0', '€0'],
    [5, '€ 0,05', '€0.05'],
    [68_296, '€ 682,96', '€682.96'],
    [71_300, '€ 713', '€713'],
    [2_940_000, '€ 29.400', '€29,400'],
    [123_456_789, '€ 1.234.567,89', '€1,234,567.89'],
  ])('%i cents', (cents, nl, en) => {
    expect(euroText(cents)).toEqual({ nl, en });
  });

  it.each([
    ['2026-12-01', '1 december 2026', '1 December 2026'],
    ['2027-03-31', '31 maart 2027', '31 March 2027'],
    ['2024-02-29', '29 februari 2024', '29 February 2024'],
  ])('%s', (date, nl, en) => {
    expect(dateInWords(date)).toEqual({ nl, en });
  });

  it.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A of B', 'A or B'],
    [['A', 'B', 'C'], 'A, B of C', 'A, B or C'],
  ])('%j', (names, nl, en) => {
    expect(choiceText(names)).toEqual({ nl, en });
  });
});
