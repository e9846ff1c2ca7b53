import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { z } from 'zod';
import type { InputFault } from './problem';

/** One parameter of a route handler that comes out of the request. */
export interface RouteInput {
  readonly in: InputFault['in'];
  readonly name: string | undefined;
  readonly schema: z.ZodType | undefined;
}

interface RouteArgument {
  readonly data?: unknown;
  readonly schema?: z.ZodType;
}

const PLACES: ReadonlyMap<number, InputFault['in']> = new Map([
  [RouteParamtypes.PARAM, 'pad'],
  [RouteParamtypes.QUERY, 'query'],
  [RouteParamtypes.BODY, 'body'],
]);

/** What a handler takes from path, query and body, read from the decorators on its parameters. */
export function routeInputs(controller: object, method: string): RouteInput[] {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method);
  return Object.entries((metadata ?? {}) as Record<string, RouteArgument>).flatMap(([key, argument]) => {
    const place = PLACES.get(Number(key.split(':')[0]));
    if (!place) return [];
    return [
      { in: place, name: typeof argument.data === 'string' ? argument.data : undefined, schema: argument.schema },
    ];
  });
}
