import { NgComponentOutlet } from '@angular/common';
import { Component, inject, InjectionToken, input, type Type } from '@angular/core';
import type { Path } from '@sala/domain/editing';
import type { Field, FieldWay } from './field.js';

/** The view of each way of answering a field. A form holds lists of parts that have forms themselves, so the pages of a draft provide it. */
export const FIELD_VIEWS = new InjectionToken<Record<FieldWay, Type<unknown>>>('sala.field-views');

/** The fields of a form, each answered in its way. */
@Component({
  selector: 'sala-form-fields',
  imports: [NgComponentOutlet],
  host: { class: 'stack form' },
  template: `
    @for (field of fields(); track field) {
      <ng-container *ngComponentOutlet="views[field.as]; inputs: { field, path: path() }" />
    }
  `,
})
export class FormFields {
  protected readonly views = inject(FIELD_VIEWS);
  readonly fields = input.required<readonly Field[]>();
  readonly path = input.required<Path>();
}
