import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { DemoPerson } from '../../seed/load-demo-people';
import { faultPage, signedOutPage, signInPage, signOutPage } from './demo-pages';
import { DEMO_ACR, DEMO_CLIENT, demoIssuer, newKeyPair } from './demo-settings';
import { memoryStore } from './memory-adapter';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export interface DemoProviderOptions {
  readonly port: number;
  /** The addresses at which browsers find Woonplek. */
  readonly woonplek: readonly string[];
  /** With which Woonplek proves itself. */
  readonly clientKey: JWK;
  readonly people: readonly DemoPerson[];
}

export interface DemoProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

const MINUTES = 60;
const HOURS = 60 * MINUTES;
const FORM_LIMIT = 4096;

/**
 * A real OpenID Connect provider whose people do not exist and need no password: to try Woonplek on one computer, and for its
 * tests. It listens on this computer only and refuses to start with NODE_ENV=production.
 */
export async function startDemoProvider(options: DemoProviderOptions): Promise<DemoProvider> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The demonstration provider signs anybody in; it never starts with NODE_ENV=production');
  }
  const issuer = demoIssuer(options.port);
  const provider = new (await loadProvider())(issuer, configuration(options));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    // No page from elsewhere may frame or script the sign-in page.
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    response.setHeader('Cache-Control', 'no-store');
    if (!request.url?.startsWith('/kies/')) {
      void answer(request, response);
      return;
    }
    choose(provider, options.people, request, response).catch(() => {
      html(response, 400, faultPage('Deze aanmelding is verlopen.'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { issuer, stop: () => close(server) };
}

/** The library warns at each start about versions of Node.js that it does work with; people at a start screen need not know. */
async function loadProvider(): Promise<typeof Provider> {
  const { console: terminal } = globalThis;
  const { warn } = terminal;
  terminal.warn = (text: unknown, ...rest: unknown[]) => {
    if (!String(text).includes('oidc-provider WARNING')) warn(text, ...rest);
  };
  try {
    return (await import('oidc-provider')).Provider;
  } finally {
    terminal.warn = warn;
  }
}

function woonplekAsClient({ woonplek, clientKey }: DemoProviderOptions): ClientMetadata {
  return {
    client_id: DEMO_CLIENT,
    client_name: 'Woonplek',
    redirect_uris: woonplek.map((address) => `${address}/aanmelden/terug`),
    post_logout_redirect_uris: woonplek.map((address) => `${address}/niet-aangemeld?reden=afgemeld`),
    backchannel_logout_uri: `${woonplek[0]}/aanmelden/afmeldbericht`,
    backchannel_logout_session_required: true,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'ES256',
    jwks: { keys: [clientKey] },
    response_types: ['code'],
    grant_types: ['authorization_code'],
  };
}

function configuration(options: DemoProviderOptions): Configuration {
  return {
    adapter: memoryStore(woonplekAsClient(options)),
    jwks: { keys: [newKeyPair().privateKey] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'demo-provider', interaction: 'demo-keuze' },
    },
    claims: { openid: ['sub', 'sid'], email: ['email', 'email_verified'], profile: ['name'], acr: null },
    acrValues: Object.values(DEMO_ACR),
    pkce: { required: () => true },
    ttl: {
      Session: 8 * HOURS,
      Grant: 8 * HOURS,
      Interaction: 10 * MINUTES,
      AuthorizationCode: MINUTES,
      AccessToken: 5 * MINUTES,
      IdToken: 5 * MINUTES,
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => respond(context, signOutPage(form)),
        postLogoutSuccessSource: (context) => respond(context, signedOutPage()),
      },
    },
    interactions: { url: (_context, interaction) => `/kies/${interaction.uid}` },
    renderError: (context, { error, error_description: why }) => {
      respond(context, faultPage(`De aanmelding klopt niet of is verlopen (${error}${why ? `: ${why}` : ''}).`));
    },
    findAccount: (_context, code) => {
      const person = options.people.find((each) => each.code === code);
      if (!person) return undefined;
      const { name, email } = person;
      return { accountId: code, claims: () => ({ sub: code, name, email, email_verified: true }) };
    },
    // People of the demonstration agree to what Woonplek asks; there is nobody to ask.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    // A sign-out message goes to this same computer, which the library otherwise never calls.
    fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
  };
}

/** Shows the people, and takes the choice of one. */
async function choose(
  provider: Provider,
  people: readonly DemoPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Throws when the address and the cookie of this browser do not belong together.
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    html(response, 200, signInPage(request.url ?? '', people));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const person = people.find(({ code }) => code === form.get('persoon'));
  if (!person) {
    html(response, 400, faultPage('Kies een van de personen.'));
    return;
  }
  await forgetOther(provider, interaction, person.code);
  const acr = form.get('sterk') === 'ja' ? DEMO_ACR.substantial : DEMO_ACR.low;
  const login = { accountId: person.code, acr, remember: false };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

/** Whoever was signed in at the provider before makes place, without a page in between. */
async function forgetOther(provider: Provider, interaction: Interaction, code: string): Promise<void> {
  if (!interaction.session || interaction.session.accountId === code) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.save(10 * MINUTES);
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > FORM_LIMIT) throw new Error('This form is too large');
  }
  return body;
}

function respond(context: KoaContextWithOIDC, page: string): void {
  context.type = 'html';
  context.body = page;
}

function html(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
