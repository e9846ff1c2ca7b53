/** How mail leaves Woonplek. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** Undefined: the server asks for none. */
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
  /** The address that mails come from. */
  readonly from: string;
  /** Where people find the console, without a slash behind it. */
  readonly consoleUrl: string;
}

/** The settings, or undefined where no mail leaves this installation. */
export const MAIL_SETTINGS = Symbol('mail settings');
