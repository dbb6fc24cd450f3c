import { createContext, type ReactNode, useContext } from 'react';
import type { PageView } from './page-context.ts';

const ViewContext = createContext<PageView | null>(null);

/** Gives the page to the components below. */
export function PageProvider({ page, children }: { page: PageView; children: ReactNode }) {
  return <ViewContext value={page}>{children}</ViewContext>;
}

/** The page a component is on: words, language, elder mode, who is signed in. */
export function usePage(): PageView {
  const page = useContext(ViewContext);
  if (!page) throw new Error('usePage() needs a PageProvider');
  return page;
}

/** Loads a built island; give it to pages where JavaScript earns its place. The page must work without it. */
export function Island({ name }: { name: string }) {
  const { nonce, islandUrl } = usePage();
  return <script type="module" async={false} src={islandUrl(name)} nonce={nonce} />;
}
