import { describe, expect, it } from '@jest/globals';
import { isBsn } from '../../../src/core/vocabulary/bsn';
import fc from '../../support/fast-check';

const bsn = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => ({ digits, last: digits.reduce((sum, digit, at) => sum + (9 - at) * digit, 0) % 11 }))
  .filter(({ digits, last }) => last < 10 && digits.some((digit) => digit > 0))
  .map(({ digits, last }) => [...digits, last].join(''));

describe('a burgerservicenummer', () => {
  it('has nine digits that keep the check of eleven', () => {
    fc.assert(fc.property(bsn, (text) => expect(isBsn(text)).toBe(true)));
  });

  it('is none with one digit other, or two neighbours changed about', () => {
    fc.assert(
      fc.property(bsn, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, at, more) => {
        const other = (Number(text[at]) + more) % 10;
        expect(isBsn(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(bsn, fc.nat(6), (text, at) => {
        fc.pre(text[at] !== text[at + 1]);
        expect(isBsn(`${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`)).toBe(false);
      }),
    );
  });

  it.each(['', '000000000', '12345678', '1234567890', '99999001a', ' 999990019', '999990019 ', '999990018'])(
    'is not %j',
    (text) => expect(isBsn(text)).toBe(false),
  );
});
