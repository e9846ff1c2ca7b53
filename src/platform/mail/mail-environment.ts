import { z } from 'zod';
import type { MailSettings } from './mail-settings';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '::1'];
const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+$/;

/** The variables about mail. Without SMTP_HOST no mail leaves. */
export const mailEnvironment = {
  SMTP_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, {
      error: 'de naam van de mailserver, als mail.voorbeeld.nl, of leeg: dan gaat er geen mail uit',
    })
    .optional(),
  SMTP_PORT: z
    .string()
    .default('587')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'een geheel getal van 1 tot en met 65535',
    })
    .transform(Number),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().regex(ADDRESS, { error: 'een adres als woonplek@voorbeeld.nl' }).optional(),
};

type Values = z.output<z.ZodObject<typeof mailEnvironment>>;

/** What the variables must be together. */
export function halfMail(given: Readonly<Record<string, string | undefined>>): { name: string; message: string }[] {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password, MAIL_FROM: from } = given;
  const faults: { name: string; message: string }[] = [];
  if (host !== undefined && from === undefined) {
    faults.push({ name: 'MAIL_FROM', message: 'het adres waar mail vandaan komt, want SMTP_HOST is er ook' });
  }
  if (host === undefined && from !== undefined) {
    faults.push({ name: 'SMTP_HOST', message: 'de naam van de mailserver, want MAIL_FROM is er ook' });
  }
  if ((user === undefined) !== (password === undefined)) {
    const name = user === undefined ? 'SMTP_USER' : 'SMTP_PASSWORD';
    faults.push({ name, message: 'ook ingevuld: SMTP_USER en SMTP_PASSWORD (of SMTP_PASSWORD_FILE) horen bij elkaar' });
  }
  return faults;
}

/** The settings; undefined where no mail server is named. */
export function mailSettings(values: Values, consoleUrl: string): MailSettings | undefined {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password, MAIL_FROM: from } = values;
  if (host === undefined || from === undefined) return undefined;
  const credentials = user === undefined || password === undefined ? undefined : { user, password };
  return { host, port: values.SMTP_PORT, credentials, from, consoleUrl };
}

/** Whether a mail server runs on this computer, so that nobody listens on the way to it. */
export function isLocalServer(host: string): boolean {
  return LOCAL_HOSTS.includes(host.toLowerCase());
}
