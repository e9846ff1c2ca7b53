import { Agent, request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface RawRequest {
  readonly method: string;
  /** Sent as it is: percent signs that mean nothing stay. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends requests byte for byte, where a client library would repair or refuse what is wrong with them. */
export class RawClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(private readonly url: string) {}

  send({ method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
    const { hostname, port } = new URL(this.url);
    const content = body === undefined ? undefined : Buffer.from(body);
    const length = content ? { 'Content-Length': String(content.length) } : {};
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.agent, hostname, port, method, path, headers: { ...length, ...headers } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
