import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type Permission } from '../access/permissions';
import { READS_PERSONS, type PersonRead } from '../access/reads-persons.decorator';
import { PUBLIC, REQUIRED_PERMISSION } from '../access/requires.decorator';
import { type RouteInput, routeInputs } from './route-inputs';
import { looseInput } from './strict-schemas';

/** One route as its decorators state it. */
export interface RouteFacts {
  readonly name: string;
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** Without the slash in front. */
  readonly path: string;
  readonly required: Permission | typeof PUBLIC | undefined;
  readonly reads: PersonRead | undefined;
  readonly inputs: readonly RouteInput[];
}

/** Every route handler of the application. */
export function routeFacts(app: INestApplication): RouteFacts[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map((each) => each.metatype)),
  );
  return [...controllers].flatMap((controller) => {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as object;
    return Object.getOwnPropertyNames(prototype).flatMap((handler): RouteFacts[] => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, handler)?.value;
      if (typeof method !== 'function' || Reflect.getMetadata(METHOD_METADATA, method) === undefined) return [];
      return [
        {
          name: `${controller.name}.${handler}`,
          controller: controller.name,
          handler,
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] ?? '',
          path: joined(Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, method)),
          required: Reflect.getMetadata(REQUIRED_PERMISSION, method) as RouteFacts['required'],
          reads: Reflect.getMetadata(READS_PERSONS, method) as RouteFacts['reads'],
          inputs: routeInputs(controller, handler),
        },
      ];
    });
  });
}

function joined(...parts: readonly unknown[]): string {
  return parts
    .map((part) => String(part).replaceAll(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
}

/** Refuses to start with a route that names no permission, or that takes input it does not check. */
export function checkRoutes(app: INestApplication): void {
  const faults = routeFacts(app).flatMap((route) => [
    ...(route.required === undefined ? [`${route.name}: no @Requires`] : []),
    ...(route.reads && route.required === PUBLIC ? [`${route.name}: reads persons but is public`] : []),
    ...route.inputs.flatMap((input) => looseInput(input) ?? []).map((fault) => `${route.name}: ${fault}`),
  ]);
  if (faults.length > 0) throw new Error(`These routes are not safe to open:\n- ${faults.join('\n- ')}`);
}
