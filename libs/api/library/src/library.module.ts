import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Catalogues } from './catalogue.js';
import { DataPriceController } from './data-price.controller.js';
import { DataPrice } from './data-price.js';
import { Delivery } from './delivery.js';
import { LibraryController } from './library.controller.js';
import { CatalogueRow, CourseRow, CourseVersion, DataPriceRow, StoredFile } from './library.entity.js';
import { Library } from './library.js';
import { ManifestDelivery } from './manifest-delivery.js';
import { Versions } from './versions.js';

/** Published courses, their versions and files. */
@Module({
  imports: [TypeOrmModule.forFeature([CourseRow, CourseVersion, StoredFile, CatalogueRow, DataPriceRow])],
  controllers: [LibraryController, DataPriceController],
  providers: [Library, Catalogues, DataPrice, Versions, Delivery, ManifestDelivery],
  exports: [Library, Catalogues, Versions],
})
export class LibraryModule {}
