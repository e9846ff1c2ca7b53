import { Module } from '@nestjs/common';
import { RestrictionService } from './restriction.service';

/** Apart from the requests of clients, because reviews, decisions and rounds ask for it too. */
@Module({ providers: [RestrictionService], exports: [RestrictionService] })
export class RestrictionModule {}
