import { describe, expect, it } from '@jest/globals';
import { proposalTransitions } from '../../../src/core/review/proposal-transitions';
import { PERMISSIONS } from '../../../src/platform/access/permissions';

describe('the steps of a proposal', () => {
  it.each(proposalTransitions.transitions.map((step) => [step.action, step.from, step.permission] as const))(
    '%s from %s asks a permission that exists',
    (_action, _from, permission) => {
      expect(Object.keys(PERMISSIONS)).toContain(permission);
    },
  );
});
