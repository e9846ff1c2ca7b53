import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, type Observable } from 'rxjs';
import { isApi } from './api-manners.middleware';
import { faultsOf } from './input-faults';
import { InputRefused } from './input-validation.pipe';
import { type InputFault, invalidInput, shorten } from './problem';
import { type RouteInput, routeInputs } from './route-inputs';
import { unusableText } from './unusable-text';

/**
 * Answers wrong input with one 400 that names every fault in path, query and body together, and refuses query parameters
 * and bodies on routes that take none: a misspelt filter must never silently give the unfiltered list.
 */
@Injectable()
export class InputFaultsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    // OpenID Connect wants unknown parameters passed over.
    if (!isApi(request.path)) return next.handle();
    const inputs = routeInputs(context.getClass(), context.getHandler().name);
    const strangers = [...strangeInput(request, inputs), ...unusableInput(request)];
    if (strangers.length > 0) throw invalidInput([...allFaults(request, inputs), ...strangers]);
    return next.handle().pipe(
      catchError((error: unknown) => {
        throw error instanceof InputRefused ? invalidInput(allFaults(request, inputs)) : error;
      }),
    );
  }
}

function allFaults(request: Request, inputs: readonly RouteInput[]): InputFault[] {
  return inputs.flatMap((input) => {
    if (!input.schema) return [];
    return faultsOf({ in: input.in, name: input.name, value: valueOf(request, input) }, input.schema);
  });
}

function strangeInput(request: Request, inputs: readonly RouteInput[]): InputFault[] {
  const faults: InputFault[] = [];
  const queries = inputs.filter((input) => input.in === 'query');
  if (!queries.some((input) => input.name === undefined)) {
    const known = new Set(queries.map((input) => input.name));
    for (const [key, value] of Object.entries(request.query)) {
      if (!known.has(key)) {
        faults.push({
          in: 'query',
          veld: key === '' ? '(zonder naam)' : key,
          waarde: shorten(value),
          verwacht: 'deze parameter bestaat hier niet; laat hem weg',
        });
      }
    }
  }
  const body: unknown = request.body;
  if (body !== undefined && !inputs.some((input) => input.in === 'body')) {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const fields = isObject ? Object.entries(body) : [];
    for (const [key, value] of fields.length > 0 ? fields : [['(geheel)', body] as const]) {
      faults.push({
        in: 'body',
        veld: key === '' ? '(zonder naam)' : key,
        waarde: shorten(value),
        verwacht: 'geen inhoud; dit adres neemt geen body aan',
      });
    }
  }
  return faults;
}

function unusableInput(request: Request): InputFault[] {
  return [
    ...unusableText('pad', request.params),
    ...unusableText('query', request.query),
    ...unusableText('body', request.body),
  ];
}

function valueOf(request: Request, input: RouteInput): unknown {
  const part: unknown = input.in === 'pad' ? request.params : input.in === 'query' ? request.query : request.body;
  if (input.name === undefined) return part;
  return typeof part === 'object' && part !== null ? Reflect.get(part, input.name) : undefined;
}
