import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { isLocalServer } from './mail-environment';
import { MailFailure } from './mail-failure';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings';

export interface OutgoingMail {
  /** The same for each try of one mail. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
}

const IMPLICIT_TLS_PORT = 465;
const PATIENCE_MILLISECONDS = 20_000;

/** Hands mail to the mail server of the installation (SMTP, RFC 5321). Elsewhere than on this computer only over TLS. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: ReturnType<typeof transportTo> | undefined;

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings | undefined) {
    this.transport = settings && transportTo(settings);
  }

  /** Where the console is found; undefined: no mail leaves this installation. */
  get consoleUrl(): string | undefined {
    return this.settings?.consoleUrl;
  }

  /** Resolves when the server has taken the mail; throws `MailFailure` when it has not, or may not have. */
  async send({ id, to, subject, text, date }: OutgoingMail): Promise<void> {
    if (this.settings === undefined || this.transport === undefined) throw new MailFailure('ENOSERVER', false);
    const { from } = this.settings;
    try {
      await this.transport.sendMail({
        from: { name: 'Woonplek', address: from },
        to: { name: '', address: to },
        subject,
        text,
        date,
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        // What sends it is nobody's business.
        xMailer: false,
        // Nobody's out-of-office has to answer this (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw failureOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function transportTo({ host, port, credentials }: MailSettings) {
  const isLocal = isLocalServer(host);
  return createTransport({
    host,
    port,
    secure: port === IMPLICIT_TLS_PORT,
    requireTLS: !isLocal,
    // A server on this computer has no certificate that anybody knows, and nobody is in between.
    ignoreTLS: isLocal,
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function failureOf(error: unknown): MailFailure {
  const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown };
  const kind = typeof code === 'string' && /^[A-Z0-9_]{1,30}$/.test(code) ? code : 'EUNKNOWN';
  if (typeof responseCode !== 'number') return new MailFailure(kind, false);
  // A refusal of the sender or the password is for whoever runs Woonplek to put right; one of the reader stays.
  return new MailFailure(`${kind} ${responseCode}`, command === 'RCPT TO' && responseCode >= 500);
}
