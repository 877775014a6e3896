/**
 * Headers of every file of a course. Courses are programs of others, so they have an origin with
 * nothing else at it: their scripts come from their own package, and they reach this server alone.
 * Pictures, films and pages of the web may stand in them; nobody may frame them but the player.
 */
export function courseHeaders(apiOrigin: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
      ...['img-src', 'media-src', 'frame-src'].map((name) => `${name} 'self' data: blob: https:`),
      `connect-src 'self' ${apiOrigin}`,
      ...["object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'"],
    ].join('; '),
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'SAMEORIGIN',
  }
}

const types: Readonly<Record<string, string>> = {
  ...{ html: 'text/html', htm: 'text/html', xhtml: 'application/xhtml+xml', css: 'text/css' },
  ...{ js: 'text/javascript', mjs: 'text/javascript', json: 'application/json' },
  ...{ xml: 'application/xml', xsd: 'application/xml', txt: 'text/plain', vtt: 'text/vtt' },
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' },
  ...{ svg: 'image/svg+xml', webp: 'image/webp', avif: 'image/avif', ico: 'image/x-icon' },
  ...{ mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', ogv: 'video/ogg' },
  ...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', wav: 'audio/wav' },
  ...{ woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', otf: 'font/otf' },
  ...{ pdf: 'application/pdf', wasm: 'application/wasm', swf: 'application/octet-stream' },
}

/** The media type of a file of a course, by its ending; texts say no encoding, because many name their own. */
export function courseMediaType(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return types[ending] ?? 'application/octet-stream'
}
