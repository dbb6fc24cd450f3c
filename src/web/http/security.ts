/** What every answer says to the browser, and which requests from elsewhere are turned away. */

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=(self), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @param nonce the page's, when it carries a script; without one no script runs at all. */
export function contentSecurityPolicy(nonce: string | null): string {
  const script = nonce ? `'nonce-${nonce}' 'strict-dynamic'` : "'none'";
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request only reads. */
export function isReading(method: string): boolean {
  return READING.has(method);
}

/**
 * Whether a request that changes something comes from a page of this site. A browser says so by
 * `Sec-Fetch-Site`, an older one by `Origin` or `Referer`; a request that says nothing is turned away.
 *
 * @param hosts host names (with port) under which this site is reached.
 */
export function comesFromHere(headers: Headers, hosts: ReadonlySet<string>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const from = headers.get('origin') ?? headers.get('referer');
  const host = from === null ? undefined : URL.parse(from)?.host;
  return host !== undefined && hosts.has(host);
}

/** Largest body by kind of form, in bytes: 6 photos of 10 MB and some text, or text alone. */
export const BODY_LIMITS = { photos: 62 * 1024 * 1024, text: 256 * 1024 } as const;

/** The limit for a request, by its content type. */
export function bodyLimit(contentType: string | null): number {
  return contentType?.startsWith('multipart/form-data') ? BODY_LIMITS.photos : BODY_LIMITS.text;
}

const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/;

/**
 * The visitor's address, for rate limits. A forwarded one is believed only from a proxy on this machine or
 * in its private network, and only the last entry, which that proxy wrote itself.
 */
export function clientAddress(socketAddress: string | undefined, forwardedFor: string | null): string {
  const direct = (socketAddress ?? '').replace(/^::ffff:/, '');
  const last = forwardedFor?.split(',').at(-1)?.trim();
  if (last && /^[0-9a-f.:]{3,45}$/i.test(last) && PRIVATE.test(direct)) return last;
  return direct || 'unknown';
}
