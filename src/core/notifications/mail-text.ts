import { type ProposalAction, PROPOSAL_ACTIONS } from '../review/proposal-transitions';
import { stepWords, type ToldRole } from './step-notifications';

export interface MailContent {
  readonly role: ToldRole;
  /** What people call the role. */
  readonly roleName: string;
  /** How often each step was taken. */
  readonly counts: ReadonlyMap<ProposalAction, number>;
  /** Where the console is found, without a slash behind it. */
  readonly consoleUrl: string;
}

/**
 * A mail about steps, in Dutch: which kinds, how many, and where to look. It goes through systems of others, so nothing of a
 * client, a home or a colleague is in it, and its one link shows nothing without signing in and does nothing.
 */
export function mailText({ role, roleName, counts, consoleUrl }: MailContent): { subject: string; text: string } {
  const lines = PROPOSAL_ACTIONS.flatMap((action) => {
    const count = counts.get(action) ?? 0;
    return count === 0 ? [] : [{ count, words: stepWords(action, role, count) }];
  });
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const text = [
    'Goedendag,',
    '',
    `Er staat iets voor u klaar in Woonplek, in uw rol ${roleName}:`,
    '',
    ...lines.map(({ words }) => `- ${words}`),
    '',
    `Bekijk het hier: ${consoleUrl}/meldingen`,
    'U moet zich daar aanmelden.',
    '',
    'In deze mail staan geen gegevens van cliënten of woningen. Dat is veiliger.',
    'Wilt u deze mails op een ander moment, of niet meer? Kies dat in Woonplek, bij Meldingen.',
    '',
  ].join('\n');
  return { subject: total === 1 ? 'Woonplek: 1 nieuwe melding' : `Woonplek: ${total} nieuwe meldingen`, text };
}
