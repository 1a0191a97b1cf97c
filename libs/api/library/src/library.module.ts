import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Catalogues } from './catalogue.js';
import { Delivery } from './delivery.js';
import { LibraryController } from './library.controller.js';
import { CatalogueRow, CourseRow, CourseVersion, StoredFile } from './library.entity.js';
import { Library } from './library.js';
import { ManifestDelivery } from './manifest-delivery.js';
import { Versions } from './versions.js';

/** Published courses, their versions and files. */
@Module({
  imports: [TypeOrmModule.forFeature([CourseRow, CourseVersion, StoredFile, CatalogueRow])],
  controllers: [LibraryController],
  providers: [Library, Catalogues, Versions, Delivery, ManifestDelivery],
  exports: [Library, Catalogues, Versions],
})
export class LibraryModule {}
