import { describe, expect, it } from '@jest/globals';
import { shareOfTime } from '../../../src/core/optimizer/share-of-time';

describe('the time of one of several parts of work', () => {
  it('is twice its part of what is left, and runs out with it', () => {
    let left = 100;
    const share = shareOfTime([1, 7], () => left);
    expect(share()).toBe(25);
    left = 85;
    expect(share()).toBe(10);
    left = 70;
    expect(share()).toBe(-5);
  });

  it('leaves the others half of theirs', () => {
    expect(shareOfTime([1, 1], () => 100)()).toBe(75);
    expect(shareOfTime([3, 1], () => 100)()).toBe(87.5);
  });

  it('is all that is left for the last, also what others did not use', () => {
    let left = 100;
    shareOfTime([1, 1], () => left);
    left = 99;
    expect(shareOfTime([1], () => left)()).toBe(99);
  });

  it('gives every part some, whatever the others take', () => {
    const sizes = [5, 1, 4, 10];
    let left = 60;
    const given = sizes.map((_, place) => {
      const share = shareOfTime(sizes.slice(place), () => left)();
      left -= share;
      return share;
    });
    expect(given.map((seconds) => Number(seconds.toFixed(2)))).toEqual([30, 4, 14.86, 11.14]);
  });
});
