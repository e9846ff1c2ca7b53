import { withDutchDates } from '../display/format';
import { VerdictOrigin } from '../display/verdict-origin';
import type { UnmatchedHome, Verdict } from '../http/answers';

interface Reason {
  readonly title: string;
  readonly text: string;
  readonly verdict?: Verdict;
}

type FullAgreement = UnmatchedHome['geblokkeerdDoor'][number];

const fullSentence = ({ onderwerp, geteld, grens, erbij }: FullAgreement): string =>
  `${onderwerp} zit op ${geteld} van ${grens}. Deze cliënt telt voor ${erbij} en past er niet meer bij.`;

/** What stands between a client and one home: the rules, or else the agreements and places that are full. */
function reasonsOf(home: UnmatchedHome): readonly Reason[] {
  const banned = home.geblokkeerd === null ? [] : [{ title: 'Uitgesloten', text: home.geblokkeerd }];
  const rules = home.regels.map((rule) => ({ title: rule.titel, text: rule.tekst, verdict: rule }));
  const full = home.geblokkeerdDoor.map((block) => ({ title: block.titel, text: fullSentence(block) }));
  return [...banned, ...(rules.length > 0 ? rules : full)];
}

export function HomeReasons({ home }: { readonly home: UnmatchedHome }) {
  const reasons = reasonsOf(home);
  if (reasons.length === 0) return <>{withDutchDates(home.tekst)}</>;
  return (
    <ul className="wp-list wp-list--plain">
      {reasons.map((reason) => (
        <li key={`${reason.title} ${reason.text}`}>
          <strong>{reason.title}:</strong> {withDutchDates(reason.text)}
          {reason.verdict ? <VerdictOrigin verdict={reason.verdict} /> : null}
        </li>
      ))}
    </ul>
  );
}
