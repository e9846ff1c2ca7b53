import { Module } from '@nestjs/common';
import { HandOverService } from './hand-over.service';

/** Apart from contacts of clients, because whoever ends a role asks for it too. */
@Module({ providers: [HandOverService], exports: [HandOverService] })
export class HandOverModule {}
