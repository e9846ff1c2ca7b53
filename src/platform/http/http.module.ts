import { Module } from '@nestjs/common';
import { OpenApiDocument } from './openapi-document';
import { OpenApiController } from './openapi.controller';

@Module({ controllers: [OpenApiController], providers: [OpenApiDocument] })
export class HttpModule {}
