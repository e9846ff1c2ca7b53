import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { PUBLIC, Requires } from '../access/requires.decorator';
import { OpenApiDocument } from './openapi-document';

@ApiExcludeController()
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Requires(PUBLIC)
  read(@Res({ passthrough: true }) response: Response): OpenAPIObject {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    return this.document.get();
  }
}
