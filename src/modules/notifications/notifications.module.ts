import { Module } from '@nestjs/common';
import { DueNotificationsService } from './due-notifications.service';
import { MailBundlesService } from './mail-bundles.service';
import { MailDeliveryService } from './mail-delivery.service';
import { MailHealthService } from './mail-health.service';
import { MailProcessor } from './mail.processor';
import { NotificationsController } from './notifications.controller';
import { OwnNotificationsService } from './own-notifications.service';
import { PreferencesController } from './preferences.controller';
import { PreferencesService } from './preferences.service';
import { StepDeliveryService } from './step-delivery.service';
import { StepFanOutService } from './step-fan-out.service';

@Module({
  controllers: [NotificationsController, PreferencesController],
  providers: [
    StepFanOutService,
    MailBundlesService,
    MailDeliveryService,
    MailProcessor,
    DueNotificationsService,
    MailHealthService,
    OwnNotificationsService,
    PreferencesService,
    StepDeliveryService,
  ],
  exports: [MailHealthService, StepDeliveryService],
})
export class NotificationsModule {}
