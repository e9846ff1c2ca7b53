import type { paths } from '../api/schema';
import { ProblemError } from './problem-error';

type Method = 'get' | 'post' | 'put';
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never;
type Success<R> = R extends { content: { 'application/json': infer Body } } ? Body : never;
type Parameters<O> = O extends { parameters: infer All } ? All : never;

export type AnswerOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? Success<R[keyof R & (200 | 201 | 202)]> : never;
export type BodyOf<P extends keyof paths, M extends Method = 'post'> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : undefined;
export type QueryOf<P extends keyof paths> =
  Parameters<Operation<P, 'get'>> extends { query?: infer Query } ? Query : never;

export type PathValues = Readonly<Record<string, string>>;
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

export function addressOf(template: string, path: PathValues = {}, query: QueryValues = {}): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const values = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(values.map(([key, value]) => [key, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

async function send(address: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(address, init).catch(() => {
    throw new ProblemError(0, 'Geen verbinding', 'De server van Woonplek geeft geen antwoord.');
  });
  if (!response.ok) throw await ProblemError.from(response);
  return response.status === 204 ? undefined : response.json();
}

const accept = { accept: 'application/json, application/problem+json' };

export function apiGet<P extends PathOf<'get'>>(
  path: P,
  options: { path?: PathValues; query?: QueryValues; signal?: AbortSignal } = {},
): Promise<AnswerOf<P, 'get'>> {
  const address = addressOf(path, options.path, options.query);
  return send(address, { headers: accept, signal: options.signal }) as Promise<AnswerOf<P, 'get'>>;
}

export function apiPost<P extends PathOf<'post'>>(
  path: P,
  options: { path?: PathValues; body: BodyOf<P> },
): Promise<AnswerOf<P, 'post'>> {
  return send(addressOf(path, options.path), writing('POST', options.body)) as Promise<AnswerOf<P, 'post'>>;
}

export function apiPut<P extends PathOf<'put'>>(
  path: P,
  options: { path?: PathValues; body: BodyOf<P, 'put'> },
): Promise<AnswerOf<P, 'put'>> {
  return send(addressOf(path, options.path), writing('PUT', options.body)) as Promise<AnswerOf<P, 'put'>>;
}

function writing(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return {
    method,
    // No page of another site can send this header, so the server takes writes that have it only.
    headers: {
      ...accept,
      'woonplek-verzoek': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: JSON.stringify(body),
  };
}
