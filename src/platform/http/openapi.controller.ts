import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { PUBLIC, Requires } from '../access/requires.decorator';
import { OpenApiDocument } from './openapi-document';

@ApiExcludeController()
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Requires(PUBLIC)
  read(): OpenAPIObject {
    return this.document.get();
  }
}
