import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem } from '../problem.js';

const flat = (errors: readonly ValidationError[], above = ''): { path: string; rule: string }[] =>
  errors.flatMap((error) => {
    const path = above + error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, rule }));
    return [...own, ...flat(error.children ?? [], `${path}.`)];
  });

/** Reads every body, query and path by its class of the contract; what doesn't fit is answered by path and rule, without the value. */
export const requestValidation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => new Problem('invalid-request', { errors: flat(errors) }),
});
