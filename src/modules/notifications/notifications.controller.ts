import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type NotificationDto,
  notificationQuery,
  type NotificationQuery,
  notificationSchema,
  type ReadDto,
  readSchema,
} from './notification.dto';
import { OwnNotificationsService } from './own-notifications.service';

@ApiTags('Meldingen')
@Controller('v1/meldingen')
export class NotificationsController {
  constructor(private readonly own: OwnNotificationsService) {}

  @Get()
  @Requires('notification.own')
  @ApiOperation({ operationId: 'meldingen', summary: 'De eigen meldingen in deze rol, nieuwste eerst' })
  @Answers(pageSchema(notificationSchema), { description: 'Een pagina meldingen.' })
  list(
    @Query({ schema: notificationQuery }) query: NotificationQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<NotificationDto>> {
    return this.own.list(actor, query);
  }

  @Post('gelezen')
  @HttpCode(200)
  @Requires('notification.own')
  @ApiOperation({ operationId: 'leesAlleMeldingen', summary: 'Zet alle eigen meldingen in deze rol op gelezen' })
  @Answers(readSchema, { description: 'Hoeveel er nieuw waren.' })
  markAllRead(@Actor() actor: ActingAccount): Promise<ReadDto> {
    return this.own.markAllRead(actor);
  }

  @Post(':id/gelezen')
  @HttpCode(200)
  @Requires('notification.own')
  @ApiOperation({
    operationId: 'leesMelding',
    summary: 'Zet een eigen melding op gelezen; een tweede keer kan geen kwaad',
  })
  @Answers(notificationSchema, { description: 'De melding.' })
  markRead(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<NotificationDto> {
    return this.own.markRead(actor, id);
  }
}
