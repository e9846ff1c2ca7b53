import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../../src/platform/mail/mail-settings';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Everything as it came over the line. */
  readonly raw: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

export interface MailServerOptions {
  /** What it asks a sender for. Default: nothing. */
  readonly login?: { readonly user: string; readonly password: string };
}

const HOST = '127.0.0.1';
const CONSOLE_URL = 'https://woonplek.example';

/** A real mail server on this computer, without TLS. A test decides how it behaves. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Answers each recipient with this number. */
  refusal: number | undefined;
  /** Takes the whole mail in and then breaks the connection, as a server that dies before it answers. */
  breaksOff = false;
  /** Has the whole mail and answers after this. */
  holdOn: (() => Promise<void>) | undefined;

  private constructor(
    private readonly server: SMTPServer,
    readonly settings: MailSettings,
  ) {}

  static async start({ login }: MailServerOptions = {}): Promise<MailServer> {
    const holder: { mail?: MailServer } = {};
    const server = new SMTPServer({
      disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
      authOptional: login === undefined,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      logger: false,
      onAuth: ({ username, password }, _session, done) => {
        if (username === login?.user && password === login?.password) done(null, { user: username });
        else done(new Error('no'));
      },
      onRcptTo: (_address, _session, done) => {
        const refusal = holder.mail?.refusal;
        done(refusal === undefined ? null : Object.assign(new Error('no such person'), { responseCode: refusal }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          const to = rcptTo.map((each) => each.address);
          holder.mail?.received.push(readMail(from, to, Buffer.concat(chunks).toString('utf8')));
          if (holder.mail?.breaksOff) {
            for (const connection of server.connections) connection.close();
            return;
          }
          void (holder.mail?.holdOn?.() ?? Promise.resolve()).then(() => done());
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    const { port } = server.server.address() as AddressInfo;
    const mail = new MailServer(server, {
      ...{ host: HOST, port, credentials: login, from: 'meldingen@woonplek.example', consoleUrl: CONSOLE_URL },
    });
    holder.mail = mail;
    return mail;
  }

  /** Forgets what came, and behaves again. */
  reset(): void {
    this.received.length = 0;
    this.refusal = undefined;
    this.breaksOff = false;
    this.holdOn = undefined;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function readMail(from: string, to: readonly string[], raw: string): ReceivedMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(head.replaceAll(/\r\n[ \t]+/g, ' '))?.[1]?.trim() ?? '';
  const encoded = body.join('\r\n\r\n');
  const bytes =
    header('Content-Transfer-Encoding') === 'base64' ? Buffer.from(encoded, 'base64') : quotedPrintable(encoded);
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  return { from, to, raw, subject: header('Subject'), messageId: header('Message-ID'), text };
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replaceAll(/=\r\n/g, '');
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
