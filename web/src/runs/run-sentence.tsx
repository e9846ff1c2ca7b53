import { countOf } from '../display/format';
import type { RunSummary } from '../http/answers';
import { ProvenBadge } from './proven-badge';

/** What a finished round did, in words. */
export function RunSentence({ run }: { readonly run: Pick<RunSummary, 'aantallen' | 'bewezenOptimaal'> }) {
  const { aantallen: counts, bewezenOptimaal: proven } = run;
  if (counts === null) return null;
  return (
    <div className="wp-stack wp-stack--tight">
      <p className="wp-lead">
        Woonplek bekeek {countOf(counts.clienten, 'cliënt', 'cliënten')} en{' '}
        {countOf(counts.vrijePlaatsen, 'vrije plaats', 'vrije plaatsen')} in{' '}
        {countOf(counts.wooneenheden, 'woonplek', 'woonplekken')}, en deed{' '}
        <strong>{countOf(counts.voorstellen, 'voorstel', 'voorstellen')}</strong>.
      </p>
      {proven === null ? null : (
        <p className="wp-row">
          <ProvenBadge proven={proven} />
          <span>
            {proven
              ? 'Geen enkele andere verdeling is beter, gerekend met de regels en de volgorde van uw regio.'
              : 'Een goede verdeling die alle regels volgt. De tijd was op voordat bewezen was dat het niet beter kan.'}
          </span>
        </p>
      )}
    </div>
  );
}
