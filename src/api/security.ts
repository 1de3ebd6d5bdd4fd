/**
 * The headers that stand on every answer, errors included.
 *
 * Law:  S-36. No nonce and no hash, so that pages stay the same bytes; scripts come from us alone,
 *       data stands in blocks that are not executed. HSTS only over TLS: over plain HTTP it means
 *       nothing, and would bind a name that somebody tries out on their own machine.
 */

import type { MiddlewareHandler } from "hono";

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export const securityHeaders: { readonly [name: string]: string } = {
  "Content-Security-Policy": contentPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "X-Frame-Options": "DENY",
};

const transportHeader = "Strict-Transport-Security";
const transportPolicy = "max-age=31536000; includeSubDomains";

/** Puts the headers on whatever the handlers behind it made. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  if (c.req.url.startsWith("https:")) c.res.headers.set(transportHeader, transportPolicy);
};
