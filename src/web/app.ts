import { join } from 'node:path';
import * as build from 'virtual:react-router/server-build';
import { type Context, Hono } from 'hono';
import type { ServerBuild } from 'react-router';
import type { Services } from '#platform/http/services.ts';
import { healthRoutes } from './http/health.ts';
import { pageServer } from './http/page-server.ts';
import { SECURITY_HEADERS } from './http/security.ts';
import { staticFiles } from './http/static-files.ts';
import { modulePublishers } from './publishers.ts';

/** Where the browser's files are, beside this program's own build. */
const CLIENT_FOLDER = join(import.meta.dirname, '../client');

/** What @hono/node-server lends: the socket of the request. */
type Bindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

/**
 * The program's HTTP side: health, files of the built client, pages. Owns request ids, security headers,
 * CSRF, limits, compression, caching and errors.
 */
export function createHttpApp(services: Services): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const files = staticFiles(CLIENT_FOLDER);
  const pages = pageServer(
    { ...services, publishers: modulePublishers },
    build as ServerBuild,
    CLIENT_FOLDER,
  );
  for (const [path, answer] of Object.entries(healthRoutes(services))) {
    app.get(path, async () => secured(await answer()));
  }
  app.all('*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD';
    const file = reading ? files(pathname, context.req.raw.headers) : null;
    return secured(file ? await file : await pages(context.req.raw, socketAddress(context)));
  });
  return app;
}

function socketAddress(context: Context<{ Bindings: Bindings }>): string | undefined {
  return context.env?.incoming?.socket?.remoteAddress;
}

function secured(answer: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) answer.headers.set(name, value);
  return answer;
}
