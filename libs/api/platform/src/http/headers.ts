import type { FastifyHelmetOptions } from '@fastify/helmet';

const self = ["'self'"];

/** The security headers of every reply: nothing from elsewhere, no inline script or style, no framing, scripts only through our Trusted Types policies. */
export function securityHeaders(isProduction: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': self,
        'img-src': ["'self'", 'blob:', 'data:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': self,
        'object-src': ["'none'"],
        'base-uri': self,
        'form-action': self,
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ['angular', 'angular#bundler', 'sala', 'default'],
      },
    },
    hsts: isProduction ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  };
}

/** The headers of data: it is no page and is never framed, run or kept. */
export const API_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Tells browsers to come back only over HTTPS. */
export const HSTS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** What pages of ours may use of the device: camera and microphone, for scanning cards and practising; nothing else. */
export const PERMISSIONS_POLICY = 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), interest-cohort=()';
