const methods = 'GET, POST, PATCH, PUT, DELETE'
const requestHeaders =
  'Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Range, X-Experience-API-Version'
const exposed =
  'Date, ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Request-Id, Deprecation, Sunset, Content-Range, Accept-Ranges, Event-Position, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through'

/**
 * The answer to a preflight. It carries no token, so any origin passes here; whether it may use the
 * session is decided when the token comes. Credentials are never allowed: there are no cookies.
 */
export function preflight(origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': requestHeaders,
      'access-control-max-age': '7200',
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    },
  })
}

/** Lets the page that asked read the answer. */
export function allowOrigin(headers: Headers, origin: string | null): void {
  headers.append('vary', 'Origin')
  if (origin === null) return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-expose-headers', exposed)
}

/** Headers of every answer; what a route has set itself stays. */
export function secure(headers: Headers, isHttps: boolean): void {
  const defaults: Record<string, string> = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000' }),
  }
  for (const [name, value] of Object.entries(defaults))
    if (!headers.has(name)) headers.set(name, value)
}
