import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimelineController } from './timeline.controller';
import { TimelineService } from './timeline.service';

@Module({ imports: [NotificationsModule], controllers: [TimelineController], providers: [TimelineService] })
export class TimelineModule {}
