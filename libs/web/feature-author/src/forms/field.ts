import type { NewId, Path } from '@sala/domain/editing';
import type { Message } from '@sala/web/ui';

/** Words with a number in them. */
interface Numbered {
  readonly km: `${string}{n}${string}`;
  readonly en: `${string}{n}${string}`;
}

interface Named {
  /** The field, with dots where it lies deeper. */
  readonly key: string;
  readonly label: Message;
  readonly hint?: Message;
}

/** A choice of a list of words. */
export interface Choice {
  readonly value: string;
  readonly label: Message;
}

/** A field of a form: what is asked, and how it is answered. A form is a list of them, so that every kind of card and question has one by its table. */
export type Field =
  /** Words in both languages, side by side; an optional one can be left out. */
  | (Named & { readonly as: 'text'; readonly rows?: number; readonly isOptional?: true; readonly isRich?: true })
  /** A list of words in both languages. */
  | (Named & { readonly as: 'texts'; readonly least: number; readonly most: number; readonly add: Message })
  /** A list of parts, each with fields of its own. */
  | (Named & {
      readonly as: 'members';
      readonly least: number;
      readonly most: number;
      readonly add: Message;
      readonly one: Numbered;
      readonly fields: readonly Field[];
      readonly blank: (newId: NewId) => object;
    })
  | (Named & { readonly as: 'choice'; readonly choices: readonly Choice[] })
  | (Named & { readonly as: 'yes' })
  /** Whether a member of a list is right: one of them, or several. */
  | (Named & { readonly as: 'right'; readonly isOnlyOne: boolean })
  | (Named & { readonly as: 'number'; readonly least: number; readonly most: number; readonly step?: number; readonly isShare?: true })
  /** A short word of one language, as an English label. */
  | (Named & { readonly as: 'line' })
  | (Named & { readonly as: 'lines'; readonly least: number; readonly most: number; readonly add: Message })
  | (Named & { readonly as: 'picture'; readonly isOptional: boolean })
  | (Named & { readonly as: 'sound' })
  /** Which of the groups of a question something belongs to. */
  | (Named & { readonly as: 'group' })
  | (Named & { readonly as: 'practice' })
  | (Named & { readonly as: 'practices' })
  | (Named & { readonly as: 'lessons' })
  | (Named & { readonly as: 'areas' })
  | (Named & { readonly as: 'clip' })
  | (Named & { readonly as: 'source' })
  | (Named & { readonly as: 'question' });

/** How a field is answered. */
export type FieldWay = Field['as'];
/** The field of one way of answering. */
export type FieldOf<W extends FieldWay> = Extract<Field, { as: W }>;

/** The path of a field from that of the part it belongs to; an empty key is the part itself. */
export const wayTo = (path: Path, key: string): Path => (key === '' ? path : [...path, ...key.split('.')]);
