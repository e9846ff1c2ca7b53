import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AboutPage } from './about/about-page';
import { FaultPage } from './about/fault-page';
import { NotFoundPage } from './about/not-found-page';
import { ROLE_FILTERS, RolesPage } from './accounts/roles-page';
import { ALLOCATION_FILTERS, AllocationsPage } from './allocations/allocations-page';
import { NotSignedInPage } from './session/not-signed-in-page';
import { ClientDataPage } from './client-rights/client-data-page';
import { CorrectionPage } from './client-rights/correction-page';
import { REQUEST_FILTERS, RequestsPage } from './client-rights/requests-page';
import { ClientPage } from './clients/client-page';
import { CLIENT_FILTERS, ClientsPage } from './clients/clients-page';
import { ComplexPage } from './complexes/complex-page';
import { COMPLEX_FILTERS, ComplexesPage } from './complexes/complexes-page';
import { HandOverPage } from './contacts/hand-over-page';
import { DECISION_FILTERS, DecisionsPage } from './decisions/decisions-page';
import { HandoverPage } from './handovers/handover-page';
import { HANDOVER_FILTERS, HandoversPage } from './handovers/handovers-page';
import { HomePage } from './inventory/home-page';
import { HOME_FILTERS, HomesPage } from './inventory/homes-page';
import { Shell } from './layout/shell';
import { listSearch } from './lists/list-state';
import { AgreementsPage } from './monitor/agreements-page';
import { DRAAGKRACHT_FILTERS, DraagkrachtPage } from './monitor/draagkracht-page';
import { SpreidingPage } from './monitor/spreiding-page';
import { NOTIFICATION_FILTERS, NotificationsPage } from './notifications/notifications-page';
import { OverviewPage } from './overview/overview-page';
import { PanelPage } from './panels/panel-page';
import { PANEL_FILTERS, PanelsPage } from './panels/panels-page';
import { RulesPage } from './policy/rules-page';
import { ProofPage } from './proof/proof-page';
import { ProposalPage } from './proposals/proposal-page';
import { PROPOSAL_FILTERS, ProposalsPage } from './proposals/proposals-page';
import { PURGE_FILTERS, RetentionPage } from './retention/retention-page';
import { RunPage } from './runs/run-page';
import { RunsPage } from './runs/runs-page';
import { CLIENT_TRACE_FILTERS, ClientTracesPage } from './traces/client-traces-page';
import { TRACE_FILTERS, TracesPage } from './traces/traces-page';
import { CLOCK_FILTERS, ClocksPage } from './work/clocks-page';
import { WORK_FILTERS, WorkPage } from './work/work-page';
import { UnmatchedClientPage } from './unmatched/unmatched-client-page';
import { UNMATCHED_FILTERS, UnmatchedPage } from './unmatched/unmatched-page';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/werk',
    component: WorkPage,
    validateSearch: listSearch(WORK_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/klokken',
    component: ClocksPage,
    validateSearch: listSearch(CLOCK_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/voorstellen',
    component: ProposalsPage,
    validateSearch: listSearch(PROPOSAL_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/voorstellen/$id', component: ProposalPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/toewijzingen',
    component: AllocationsPage,
    validateSearch: listSearch(ALLOCATION_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/niet-gematcht',
    component: UnmatchedPage,
    validateSearch: listSearch(UNMATCHED_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/niet-gematcht/$ronde/$client', component: UnmatchedClientPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/warme-overdrachten',
    component: HandoversPage,
    validateSearch: listSearch(HANDOVER_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/warme-overdrachten/$id', component: HandoverPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/veldtafels',
    component: PanelsPage,
    validateSearch: listSearch(PANEL_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/veldtafels/$id', component: PanelPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/rondes',
    component: RunsPage,
    validateSearch: listSearch(['status']),
  }),
  createRoute({ getParentRoute: () => root, path: '/rondes/$id', component: RunPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/meldingen',
    component: NotificationsPage,
    validateSearch: listSearch(NOTIFICATION_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/besluiten',
    component: DecisionsPage,
    validateSearch: listSearch(DECISION_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/woonplekken',
    component: HomesPage,
    validateSearch: listSearch(HOME_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/woonplekken/$id', component: HomePage }),
  createRoute({
    getParentRoute: () => root,
    path: '/complexen',
    component: ComplexesPage,
    validateSearch: listSearch(COMPLEX_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/complexen/$id', component: ComplexPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/clienten',
    component: ClientsPage,
    validateSearch: listSearch(CLIENT_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/clienten/$id', component: ClientPage }),
  createRoute({ getParentRoute: () => root, path: '/clienten/$id/gegevens', component: ClientDataPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/clienten/$id/verbeteren',
    component: CorrectionPage,
    validateSearch: listSearch(['verzoek']),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verzoeken',
    component: RequestsPage,
    validateSearch: listSearch(REQUEST_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clienten/$id/inzage',
    component: ClientTracesPage,
    validateSearch: listSearch(CLIENT_TRACE_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/overdragen', component: HandOverPage }),
  createRoute({ getParentRoute: () => root, path: '/spreiding', component: SpreidingPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/draagkracht',
    component: DraagkrachtPage,
    validateSearch: listSearch(DRAAGKRACHT_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/prestatieafspraken', component: AgreementsPage }),
  createRoute({ getParentRoute: () => root, path: '/regels', component: RulesPage }),
  createRoute({ getParentRoute: () => root, path: '/bewijs', component: ProofPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/rollen',
    component: RolesPage,
    validateSearch: listSearch(ROLE_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inzagelogboek',
    component: TracesPage,
    validateSearch: listSearch(TRACE_FILTERS),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bewaren',
    component: RetentionPage,
    validateSearch: listSearch(PURGE_FILTERS),
  }),
  createRoute({ getParentRoute: () => root, path: '/over', component: AboutPage }),
  createRoute({ getParentRoute: () => root, path: '/niet-aangemeld', component: NotSignedInPage }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultErrorComponent: FaultPage,
  scrollRestoration: true,
  // Plain keys and values: an address that people can read, share and type.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
