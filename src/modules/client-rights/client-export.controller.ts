import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type ClientExportDto, clientExportSchema } from './client-export.dto';
import { ClientExportService } from './client-export.service';

@ApiTags('Rechten van de cliënt')
@Controller('v1/clienten/:id/gegevens')
export class ClientExportController {
  constructor(private readonly exports: ClientExportService) {}

  @Get()
  @Requires('client.export')
  @ReadsPersons<ClientExportDto>({
    action: 'client.export',
    objectType: 'household',
    purpose: 'De cliënt vraagt om inzage (AVG artikel 15)',
    ids: ({ client }) => [client.id],
  })
  // Nothing about the client in the name of a file: it stays behind in lists of downloads.
  @Header('Content-Disposition', 'attachment; filename="gegevens.json"')
  @ApiOperation({
    operationId: 'gegevensVanClient',
    summary: 'Alles wat er over een cliënt wordt bewaard, met uitleg, om aan de cliënt te geven',
    description:
      'Ook de afgeschermde gegevens staan erin. Het burgerservicenummer alleen als de eigen aanbieder dit opvraagt. Lees het na voordat u het geeft: in een toelichting kan iemand anders zijn genoemd.',
  })
  @Answers(clientExportSchema, { description: 'Het overzicht, als bestand.' })
  export(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<ClientExportDto> {
    return this.exports.export(actor, id);
  }
}
