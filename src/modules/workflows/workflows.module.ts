import { Module } from '@nestjs/common';
import { CaseTermsService } from './case-terms.service';
import { WorkflowsService } from './workflows.service';

/** By which terms cases go, for whoever takes a step or shows one. */
@Module({ providers: [WorkflowsService, CaseTermsService], exports: [WorkflowsService, CaseTermsService] })
export class WorkflowsModule {}
