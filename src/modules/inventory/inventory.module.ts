import { Module } from '@nestjs/common';
import { PlacementLoadModule } from '../monitor/placement-load.module';
import { AreasController } from './areas.controller';
import { AreasService } from './areas.service';
import { ComplexesController } from './complexes.controller';
import { ComplexesService } from './complexes.service';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsService } from './organisations.service';
import { UnitReturnService } from './unit-return.service';
import { UnitStatusService } from './unit-status.service';
import { UnitsController } from './units.controller';
import { UnitsService } from './units.service';

@Module({
  imports: [PlacementLoadModule],
  controllers: [AreasController, OrganisationsController, ComplexesController, UnitsController],
  providers: [AreasService, OrganisationsService, ComplexesService, UnitsService, UnitStatusService, UnitReturnService],
  exports: [UnitReturnService],
})
export class InventoryModule {}
