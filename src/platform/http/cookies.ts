/** Cookies of the site. All are HttpOnly and SameSite=Lax; Secure where the site is served by HTTPS. */
export const SESSION_COOKIE = 'xs_session';
export const LOCALE_COOKIE = 'xs_locale';
export const ELDER_COOKIE = 'xs_elder';

/** The cookies a browser sent, by name. Names and values that are not well formed are left out. */
export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (at > 0 && name && /^[\w.~-]{1,2000}$/.test(value)) cookies.set(name, value);
  }
  return cookies;
}

/** @param maxAge seconds; 0 takes the cookie away. */
export function writeCookie(name: string, value: string, maxAge: number, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
