import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ActorSource } from '../../platform/access/actor-source';
import { IdentityProvider } from '../../platform/sign-in/identity-provider';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings';
import { HandOverModule } from '../contacts/hand-over.module';
import { ActingInterceptor } from './acting.interceptor';
import { OwnSessionService } from './own-session.service';
import { RoleAssignmentsController } from './role-assignments.controller';
import { RoleAssignmentsService } from './role-assignments.service';
import { RoleEndingsService } from './role-endings.service';
import { SessionActor } from './session-actor.service';
import { SessionCookie } from './session-cookie.service';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

@Global()
@Module({})
export class AccountsModule {
  static withSettings(settings: SignInSettings): DynamicModule {
    return {
      module: AccountsModule,
      imports: [HandOverModule],
      controllers: [SignInController, SessionController, RoleAssignmentsController],
      providers: [
        { provide: SIGN_IN_SETTINGS, useValue: settings },
        { provide: ActorSource, useClass: SessionActor },
        { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
        IdentityProvider,
        OwnSessionService,
        RoleAssignmentsService,
        RoleEndingsService,
        SessionCookie,
        SessionsService,
        SignInService,
      ],
      exports: [ActorSource, SIGN_IN_SETTINGS],
    };
  }
}
