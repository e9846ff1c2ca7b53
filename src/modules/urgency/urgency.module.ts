import { Module } from '@nestjs/common';
import { UrgencyCategoriesController } from './urgency-categories.controller';
import { UrgencyCategoriesService } from './urgency-categories.service';

@Module({ controllers: [UrgencyCategoriesController], providers: [UrgencyCategoriesService] })
export class UrgencyModule {}
