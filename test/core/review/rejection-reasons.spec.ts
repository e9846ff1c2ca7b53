import { describe, expect, it } from '@jest/globals';
import { banUntil, REJECTION_REASONS, rejectionReason } from '../../../src/core/review/rejection-reasons';

describe('reasons to reject a proposal', () => {
  it('has one reason a code', () => {
    const codes = REJECTION_REASONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(REJECTION_REASONS.map((reason) => [reason.code, reason] as const))('%s is complete', (code, reason) => {
    expect(reason.nl).not.toBe('');
    expect(['client', 'verhuurder', 'regio']).toContain(reason.side);
    if (reason.vera !== null) expect(code).toMatch(/^[A-Z]{3}$/);
    else expect(reason.noteRequired).toBe(true);
    expect(rejectionReason(code)).toBe(reason);
  });

  it.each([
    ['none', 'none', undefined],
    ['until somebody lifts it', 'until-lifted', null],
    ['a number of days', { days: 60 }, '2027-01-21'],
  ] as const)('bans: %s', (_name, ban, until) => {
    expect(banUntil(ban, '2026-11-22')).toBe(until);
  });

  it('knows no other code', () => {
    expect(rejectionReason('XXX')).toBeUndefined();
  });
});
