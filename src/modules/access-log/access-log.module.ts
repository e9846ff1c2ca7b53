import { Module } from '@nestjs/common';
import { AccessLogWriter } from '../../platform/access/access-log-writer';
import { AccessLogService } from './access-log.service';

@Module({
  providers: [{ provide: AccessLogWriter, useClass: AccessLogService }],
  exports: [AccessLogWriter],
})
export class AccessLogModule {}
