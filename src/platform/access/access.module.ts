import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PermissionGuard } from './permission.guard';
import { PersonLimitGuard } from '../rate-limit/person-limit.guard';
import { PersonReadInterceptor } from './person-read.interceptor';

/** Puts the guard and the access log in front of every route. The modules given provide `ActorSource` and `AccessLogWriter`. */
@Module({})
export class AccessModule {
  static using(...sources: (Type | DynamicModule)[]): DynamicModule {
    return {
      module: AccessModule,
      imports: sources,
      providers: [
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_GUARD, useClass: PersonLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: PersonReadInterceptor },
      ],
    };
  }
}
