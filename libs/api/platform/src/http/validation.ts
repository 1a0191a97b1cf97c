import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type ValidationError } from '@nestjs/common';
import { Problem } from '../problem.js';

const flat = (errors: readonly ValidationError[], above = ''): { path: string; rule: string }[] =>
  errors.flatMap((error) => {
    const path = above + error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, rule }));
    return [...own, ...flat(error.children ?? [], `${path}.`)];
  });

const form = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => new Problem('invalid-request', { errors: flat(errors) }),
});

const SOMETHING = Object.freeze({});
const outlineOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => (isObject(item) ? SOMETHING : item));
  return isObject(value) ? SOMETHING : value;
};
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads every body, query and path by its class of the contract; what doesn't fit is answered by path and rule, without the value.
 * Documents that a domain schema reads (`readByDomain`) are handed on as they came: hundreds of events a request are neither copied nor walked here.
 */
export class RequestForm implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { readByDomain = [] } = (metadata.metatype ?? {}) as { readByDomain?: readonly string[] };
    if (readByDomain.length === 0 || !isObject(value)) return form.transform(value, metadata);
    const present = readByDomain.filter((name) => Object.hasOwn(value, name));
    const outlined = Object.fromEntries(present.map((name) => [name, outlineOf(value[name])]));
    const checked: object = await form.transform({ ...value, ...outlined }, metadata);
    return Object.assign(checked, Object.fromEntries(present.map((name) => [name, value[name]])));
  }
}
