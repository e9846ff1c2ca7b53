import { countOf, formatDate } from '../display/format';
import type { Work } from '../http/answers';

/** How much work goes over, in one list. */
export function WorkFacts({ work }: { readonly work: Work }) {
  return (
    <ul className="wp-list">
      <li>{countOf(work.clienten, 'cliënt', 'cliënten')}</li>
      <li>{countOf(work.voorstellen, 'voorstel dat loopt', 'voorstellen die lopen')}</li>
      <li>
        {countOf(work.verzoeken, 'open verzoek', 'open verzoeken')}
        {work.eersteTermijn === null ? '' : `, het eerste antwoord uiterlijk op ${formatDate(work.eersteTermijn)}`}
      </li>
    </ul>
  );
}
