/** While a call is being typed: places, notices and likely duplicates beside the form, by the form's own check. */

const QUIET_MS = 350;
const form = document.querySelector<HTMLFormElement>('[data-call]');
const hints = document.querySelector<HTMLElement>('#call-hints');

let waiting: number | undefined;
let asked = 0;

/** Asks the page itself, as its "check" button does, and takes the hints out of the answer. */
async function check(): Promise<void> {
  if (!form || !hints) return;
  const turn = ++asked;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.set(name, value);
  for (const name of ['name', 'phone']) body.delete(name);
  body.set('intent', 'check');
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('#call-hints');
  if (!fresh) return;
  const focused = document.activeElement as HTMLInputElement | null;
  const wasInside = focused && hints.contains(focused) ? focused.value : null;
  hints.replaceChildren(...fresh.childNodes);
  if (wasInside !== null) hints.querySelector<HTMLElement>(`[value="${CSS.escape(wasInside)}"]`)?.focus();
}

function soon(): void {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => void check().catch(() => undefined), QUIET_MS);
}

form?.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  if (['words', 'place', 'placeChoice', 'category'].includes(field.name)) soon();
});

form?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector<HTMLButtonElement>('button[value="save"]')?.click();
  }
  if (event.altKey && /^[1-5]$/.test(event.key)) {
    const same = form.querySelector<HTMLButtonElement>(`[data-same="${event.key}"]`);
    if (!same) return;
    event.preventDefault();
    same.click();
  }
});

const first = form?.querySelector<HTMLElement>('textarea[name="words"]');
if (first && !document.querySelector('[role="alert"]')) first.focus();
