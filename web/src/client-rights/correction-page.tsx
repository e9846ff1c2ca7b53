import { useParams, useSearch } from '@tanstack/react-router';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import type { ListSearch } from '../lists/list-state';
import { useFilterOptions } from '../lists/use-filter-options';
import { CorrectionForm } from './correction-form';
import { asksCorrection } from './request-words';
import { RestrictionBanner } from './restriction-banner';

/** Where the facts in a file are corrected, by themselves or as the answer to a request. */
export function CorrectionPage() {
  const { id } = useParams({ from: '/clienten/$id/verbeteren' });
  const { verzoek }: ListSearch = useSearch({ strict: false });
  const client = useApi('/v1/clienten/{id}', { path: { id } });
  const requests = useApi('/v1/clienten/{id}/verzoeken', { path: { id } });
  const categories = useApi('/v1/urgentiecategorieen', { query: { aantal: 100 } });
  const choices = {
    gemeenten: useFilterOptions('/v1/gemeenten'),
    doelgroepen: useFilterOptions('/v1/doelgroepen'),
    categories: (categories.data?.items ?? []).map(({ id: value, naam }) => ({ value, label: naam })),
  };
  return (
    <Page
      title="Gegevens verbeteren"
      crumbs={[
        { label: 'Cliënten', to: '/clienten' },
        { label: 'Dossier', to: '/clienten/$id', params: { id } },
      ]}
      intro="Pas aan wat niet klopt. Woonplek bewaart wat er stond, en uw reden."
    >
      <Loaded query={client} loading="De cliënt wordt geladen">
        {(file) => (
          <>
            <RestrictionBanner restriction={file.beperking} />
            <Loaded query={requests} loading="De verzoeken worden geladen">
              {(asked) =>
                file.beperking !== null && !asked.items.some(asksCorrection) ? (
                  <p>Zolang de verwerking is beperkt, verbetert u alleen iets als de cliënt daarom vraagt.</p>
                ) : (
                  <CorrectionForm client={file} choices={choices} asked={asked} requestId={verzoek} />
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}
