import type { UnmatchedDetail } from '../http/answers';

type RuleCount = UnmatchedDetail['regels'][number];

/** Rules with the number of homes that fail on them, as bars with their numbers. */
export function RuleCounts({ counts, homes }: { readonly counts: readonly RuleCount[]; readonly homes: number }) {
  return (
    <>
      <ul className="wp-rule-counts">
        {counts.map((count) => (
          <li key={count.regel}>
            <span>{count.titel}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="wp-rule-counts__track" width="100" height="8" />
              <rect className="wp-rule-counts__bar" width={homes === 0 ? 0 : (count.aantal / homes) * 100} height="8" />
            </svg>
            <span className="wp-number">
              {count.aantal} van {homes}
            </span>
          </li>
        ))}
      </ul>
      <p className="wp-small wp-quiet">Een woonplek kan op meer dan één regel afvallen.</p>
    </>
  );
}
