import type { INestApplicationContext, Type } from '@nestjs/common';
import { actingAs, SYSTEM } from '../../src/database/acting';

/** A service of the application that a test calls by itself, as Woonplek itself does in a round: without it nothing is seen. */
export function systemService<Service extends object>(app: INestApplicationContext, type: Type<Service>): Service {
  const service = app.get(type, { strict: false });
  return new Proxy(service, {
    get: (target, name): unknown => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => actingAs(SYSTEM, () => Reflect.apply(value, target, args) as unknown);
    },
  });
}
