import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** Holds the API description. It needs all routes, and takes a second: it is made when somebody first asks for it. */
@Injectable()
export class OpenApiDocument {
  private document: OpenAPIObject | undefined;
  private describe: (() => OpenAPIObject) | undefined;

  /** Says how the description is made. */
  madeBy(describe: () => OpenAPIObject): void {
    this.describe = describe;
  }

  get(): OpenAPIObject {
    if (!this.describe) throw new Error('Nothing says yet how the API description is made');
    this.document ??= this.describe();
    return this.document;
  }
}
