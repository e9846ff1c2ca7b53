import type { AnswerOf } from './api-client';

/** Names for what the API answers, all of them taken from its description. */
export type RunSummary = AnswerOf<'/v1/matchrondes', 'get'>['items'][number];
export type Run = AnswerOf<'/v1/matchrondes/{id}', 'get'>;
export type RunLevel = Run['niveaus'][number];
export type LotteryDraw = AnswerOf<'/v1/lotingen', 'get'>['items'][number];
export type Unmatched = AnswerOf<'/v1/matchrondes/{id}/niet-gematcht', 'get'>['items'][number];
export type UnmatchedDetail = AnswerOf<'/v1/matchrondes/{id}/niet-gematcht/{clientId}', 'get'>;
export type UnmatchedHome = UnmatchedDetail['woonplekken'][number];
export type WhyNot = AnswerOf<'/v1/matchrondes/{id}/waarom-niet', 'get'>;
export type LevelChange = WhyNot['niveaus'][number];
export type Option = AnswerOf<'/v1/matchrondes/{id}/clienten/{clientId}/opties', 'get'>['items'][number];
export type Candidate = AnswerOf<
  '/v1/matchrondes/{id}/wooneenheden/{wooneenheidId}/kandidaten',
  'get'
>['items'][number];
export type Lever = AnswerOf<'/v1/matchrondes/{id}/hefbomen', 'get'>['hefbomen'][number];
export type RoundDifference = AnswerOf<'/v1/matchrondes/{id}/verschillen', 'get'>['verschillen'][number];
export type ProposalSummary = AnswerOf<'/v1/voorstellen', 'get'>['items'][number];
export type Proposal = AnswerOf<'/v1/voorstellen/{id}', 'get'>;
export type Allocation = AnswerOf<'/v1/toewijzingsprofielen', 'get'>['items'][number];
export type Verdict = Proposal['redenen'][number];
export type RejectionReason = AnswerOf<'/v1/afwijsredenen', 'get'>['items'][number];
export type Home = AnswerOf<'/v1/wooneenheden', 'get'>['items'][number];
export type HomeDetail = AnswerOf<'/v1/wooneenheden/{id}', 'get'>;
export type ComplexSummary = AnswerOf<'/v1/complexen', 'get'>['items'][number];
export type ComplexDetail = AnswerOf<'/v1/complexen/{id}', 'get'>;
export type ClientSummary = AnswerOf<'/v1/clienten', 'get'>['items'][number];
export type Organisation = AnswerOf<'/v1/organisaties', 'get'>['items'][number];
export type Client = AnswerOf<'/v1/clienten/{id}', 'get'>;
export type Contacts = AnswerOf<'/v1/clienten/{id}/contactpersonen', 'get'>;
export type Contact = Contacts['contactpersonen'][number];
export type Work = AnswerOf<'/v1/eigen-werk', 'get'>;
export type Consent = AnswerOf<'/v1/clienten/{id}/toestemmingen', 'post'>;
export type ClientRequests = AnswerOf<'/v1/clienten/{id}/verzoeken', 'get'>;
export type ClientRequest = ClientRequests['items'][number];
export type Restriction = ClientRequests['beperkingen'][number];
export type RequestLine = AnswerOf<'/v1/verzoeken', 'get'>['items'][number];
export type Corrected = AnswerOf<'/v1/clienten/{id}/correcties', 'post'>;
export type ClientExport = AnswerOf<'/v1/clienten/{id}/gegevens', 'get'>;
export type BsnList = AnswerOf<'/v1/clienten/{id}/bsn', 'get'>;
export type ShieldedData = AnswerOf<'/v1/clienten/{id}/afgeschermde-gegevens', 'get'>;
export type Spreiding = AnswerOf<'/v1/spreiding', 'get'>['items'][number];
export type Draagkracht = AnswerOf<'/v1/draagkracht', 'get'>['items'][number];
export type Agreement = AnswerOf<'/v1/prestatieafspraken', 'get'>['items'][number];
export type Rule = AnswerOf<'/v1/regels', 'get'>['items'][number];
export type Policy = AnswerOf<'/v1/beleid', 'get'>;
export type Trace = AnswerOf<'/v1/inzagelogboek', 'get'>['items'][number];
export type ClientTrace = AnswerOf<'/v1/clienten/{id}/inzage', 'get'>['items'][number];
export type RoleAssignment = AnswerOf<'/v1/roltoewijzingen', 'get'>['items'][number];
export type Retention = AnswerOf<'/v1/bewaartermijnen', 'get'>['items'][number];
export type Hold = AnswerOf<'/v1/bewaarplichten', 'get'>['items'][number];
export type PurgeRecord = AnswerOf<'/v1/vernietigingen', 'get'>['items'][number];
export type PairDecision = AnswerOf<'/v1/paarbesluiten', 'get'>['items'][number];
export type Preview = AnswerOf<'/v1/vooruitblikken', 'post'>;
