/** A sentence in both languages. `{name}` marks where a parameter goes; sentences are whole, nothing is glued to them. */
export interface Message {
  readonly km: string;
  readonly en: string;
}

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A value for a parameter: numbers get the language's digits, strings stay as they are, messages are said in the language. */
export type Parameter = string | number | Message;

/** The parameters that a message asks for: none, or one record with all its names. */
export type ParametersOf<M extends Message> = [NamesIn<M['km']>] extends [never] ? [] : [parameters: Record<NamesIn<M['km']>, Parameter>];
