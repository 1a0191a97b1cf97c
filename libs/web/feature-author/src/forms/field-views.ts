import type { Type } from '@angular/core';
import { AreasField } from '../media/areas-field.js';
import { PictureField } from '../media/picture-field.js';
import { ClipField, SoundField } from '../media/sound-fields.js';
import type { FieldWay } from './field.js';
import { MembersField } from './members-field.js';
import { ChoiceField, LineField, LinesField, NumberField, PartField, SomeField, YesField } from './plain-fields.js';
import { QuestionField } from './question-field.js';
import { SourceField } from './source-field.js';
import { TextField, TextsField } from './text-fields.js';

/** The view of each way of answering a field; the compiler names a way that has none. */
export const fieldViews: Record<FieldWay, Type<unknown>> = {
  text: TextField,
  texts: TextsField,
  members: MembersField,
  choice: ChoiceField,
  yes: YesField,
  right: YesField,
  number: NumberField,
  line: LineField,
  lines: LinesField,
  picture: PictureField,
  sound: SoundField,
  group: PartField,
  practice: PartField,
  practices: SomeField,
  lessons: SomeField,
  areas: AreasField,
  clip: ClipField,
  source: SourceField,
  question: QuestionField,
};
