import { data, type LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';

/** Never shown itself: it fails with the status the request was turned away with, and the shell tells why. */
export function loader({ context }: LoaderFunctionArgs) {
  throw data(null, { status: pageOf(context).failure ?? 404 });
}

export default function FailurePage() {
  return null;
}
