import { type DynamicModule, Module } from '@nestjs/common';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings';
import { Mailer } from './mailer';

/** Mail as the rest of the application sees it: `Mailer`. */
@Module({})
export class MailModule {
  static withSettings(settings: MailSettings | undefined): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [{ provide: MAIL_SETTINGS, useValue: settings }, Mailer],
      exports: [Mailer],
    };
  }
}
