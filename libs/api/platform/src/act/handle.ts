import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation } from '@nestjs/swagger';
import { routes, type Route } from '@sala/contract/routes';

declare module 'fastify' {
  interface FastifyContextConfig {
    act?: Route['act'];
  }
}

/** Under which key a handler carries its route. */
export const ROUTE = 'sala:route';

/** What a handler needs besides its route. */
export interface HandleOptions {
  /** The largest body in bytes, when it isn't a small form. */
  bodyLimit?: number;
  /** The reply is sent as the handler made it, never compressed on the way. */
  asIs?: boolean;
  /** The body is a file, sent as `application/octet-stream`. */
  isFile?: boolean;
}

/** What every Fastify route of ours carries in its config. */
export interface ActConfig extends HandleOptions {
  act: Route['act'];
}

/** The largest body of an ordinary form, in bytes. */
export const SMALL_FORM = 16_384;
const SIGN_IN_TRIES = { max: 300, timeWindow: '1 minute' };
const nameOf = (route: Route): string => Object.entries(routes).find(([, value]) => value === route)?.[0] ?? route.path;

/** Declares a handler from a line of the contract's table: method, path and act. */
export function Handle(route: Route, options: HandleOptions = {}): MethodDecorator {
  const config: ActConfig & { rateLimit?: object } = {
    act: route.act,
    bodyLimit: options.bodyLimit ?? SMALL_FORM,
    asIs: options.asIs ?? false,
    isFile: options.isFile ?? false,
  };
  if (route.act === 'sign-in') config.rateLimit = SIGN_IN_TRIES;
  return applyDecorators(
    RequestMapping({ method: RequestMethod[route.method], path: route.path }),
    HttpCode(route.method === 'DELETE' ? 204 : 200),
    SetMetadata(ROUTE, route),
    RouteConfig(config),
    ApiOperation({ operationId: nameOf(route), description: `Act: ${route.act}` }),
  );
}
