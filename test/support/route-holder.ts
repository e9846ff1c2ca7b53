import type { NestExpressApplication } from '@nestjs/platform-express';
import { PERMISSIONS, type Role } from '../../src/platform/access/permissions';
import { PUBLIC } from '../../src/platform/access/requires.decorator';
import { routeFacts } from '../../src/platform/http/check-routes';

/** A role that may do what a route asks, by its method and its pattern as the router (`:id`) or openapi.json (`{id}`) writes it. */
export function roleThatMay(app: NestExpressApplication): (method: string, pattern: string) => Role {
  const roles = new Map<string, Role>();
  for (const { method, path, required } of routeFacts(app)) {
    const isOpen = required === undefined || required === PUBLIC;
    roles.set(`${method} /${path}`, isOpen ? 'coordinator' : PERMISSIONS[required].roles[0]);
  }
  return (method, pattern) => {
    const role = roles.get(`${method} ${pattern.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    if (!role) throw new Error(`There is no route ${method} ${pattern}`);
    return role;
  };
}
