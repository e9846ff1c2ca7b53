import { describe, expect, it } from '@jest/globals';
import { mailText } from '../../../src/core/notifications/mail-text';
import { MAIL_ATTEMPTS, minutesUntilNextTry } from '../../../src/core/notifications/mail-retry';
import {
  rolesToldOf,
  STEP_NOTIFICATIONS,
  stepWords,
  TOLD_ROLES,
} from '../../../src/core/notifications/step-notifications';
import { PROPOSAL_ACTIONS, proposalTransitions } from '../../../src/core/review/proposal-transitions';
import { holds, ROLE_NAMES, ROLES } from '../../../src/platform/access/permissions';

const CONSOLE = 'https://woonplek.example';

describe('who is told of a step', () => {
  it.each(PROPOSAL_ACTIONS)('%s: somebody, or there is a reason why not', (action) => {
    const step = STEP_NOTIFICATIONS[action];
    if ('tellsNobody' in step) expect(step.tellsNobody).toMatch(/^[A-Z].{20,}\.$/);
    else expect(Object.keys(step.tells).length).toBeGreaterThan(0);
  });

  it('leaves out no transition that people wait for', () => {
    const silent = proposalTransitions.transitions.filter(({ action, from }) => rolesToldOf(action, from).length === 0);
    expect(silent.map(({ action }) => action)).toEqual(['vervangen']);
  });

  it('is never the corporatie before the coordinator has approved', () => {
    const early = proposalTransitions.transitions.filter(
      ({ from, to, action }) =>
        ['voorgesteld', 'afgewezen'].includes(from) &&
        to !== 'goedgekeurd' &&
        rolesToldOf(action, from).includes('corporatie'),
    );
    expect(early).toEqual([]);
    expect(rolesToldOf('herroepen', 'goedgekeurd')).toContain('corporatie');
  });

  it('is somebody who may see notifications', () => {
    expect(ROLES.filter((role) => holds(role, 'notification.own'))).toEqual([...TOLD_ROLES]);
  });
});

describe.each(TOLD_ROLES)('a mail to %s', (role) => {
  const mailOf = (counts: ReadonlyMap<(typeof PROPOSAL_ACTIONS)[number], number>) =>
    mailText({ role, roleName: ROLE_NAMES[role], counts, consoleUrl: CONSOLE });

  it.each(PROPOSAL_ACTIONS)('about %s says how many and what kind, with one link that only shows', (action) => {
    for (const count of [1, 3]) {
      const { subject, text } = mailOf(new Map([[action, count]]));
      expect(text).toContain(`- ${stepWords(action, role, count)}\n`);
      expect(subject).toBe(count === 1 ? 'Woonplek: 1 nieuwe melding' : 'Woonplek: 3 nieuwe meldingen');
      expect(text.match(/https?:\/\/\S+/g)).toEqual([`${CONSOLE}/meldingen`]);
      // No id, no number of a client, no date, no amount.
      expect(`${subject}${text}`).not.toMatch(/[0-9a-f]{8}-|[A-Z]{2}-\d|\d{4}|€/);
    }
  });

  it('has one line for each kind of step', () => {
    const { subject, text } = mailOf(new Map(PROPOSAL_ACTIONS.map((action) => [action, 2])));
    expect(text.match(/^- 2 /gm)).toHaveLength(PROPOSAL_ACTIONS.length);
    expect(subject).toContain(String(2 * PROPOSAL_ACTIONS.length));
  });
});

describe('a mail that fails', () => {
  it('is tried again, ever later, over more than a day, and then no more', () => {
    const waits = Array.from({ length: MAIL_ATTEMPTS }, (_, failed) => minutesUntilNextTry(failed));
    expect(waits).toEqual([...waits].sort((a, b) => a! - b!));
    expect(waits.reduce<number>((sum, each) => sum + each!, 0)).toBeGreaterThan(24 * 60);
    expect(minutesUntilNextTry(MAIL_ATTEMPTS)).toBeNull();
  });
});
