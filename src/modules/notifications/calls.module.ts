import { Module } from '@nestjs/common';
import { CallsService } from './calls.service';

/** For the steps that ask something of somebody. */
@Module({ providers: [CallsService], exports: [CallsService] })
export class CallsModule {}
