/**
 * The room with JavaScript: what is typed is kept on this computer at once and saved every few seconds, so that
 * nothing is lost when the network or the laptop fails.
 */

/** Saved this long after the last key, in milliseconds. */
const PAUSE = 1500;
/** Tried again this long after a failure. */
const AGAIN = 5000;
const PREFIX = 'xs-session ';

const keep = (key: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // A private window keeps nothing; saving to the server works all the same.
  }
};
const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
};

/** What to tell when the server did not save; null: it did. */
async function whyNotSaved(answer: Response, form: HTMLFormElement): Promise<string | null> {
  const { signedOut = '', refused = '', offline = '' } = form.dataset;
  if (answer.redirected) return new URL(answer.url).searchParams.has('done') ? null : signedOut;
  if (answer.status >= 500) return offline;
  // Somebody else wrote here, or the session is over: the words stay, and the page says which.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('[role="alert"] li')?.textContent ?? refused;
}

function autosave(form: HTMLFormElement): void {
  const key = form.dataset.autosave ?? '';
  const area = form.querySelector('textarea');
  const version = form.querySelector<HTMLInputElement>('input[name="version"]');
  const state = form.querySelector<HTMLElement>('[data-state]');
  if (!area || !version || !state) return;
  let saved = area.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const tell = (text: string | undefined) => {
    state.textContent = (text ?? '').replace('{time}', new Date().toTimeString().slice(0, 8));
  };
  // With the version it was typed upon: what somebody else wrote since is never written over unseen.
  const keepTyped = () =>
    keep(key, area.value === saved ? null : JSON.stringify([Number(version.value), area.value]));
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  async function save(): Promise<void> {
    if (!area || !version || busy || area.value === saved) return;
    busy = true;
    const text = area.value;
    tell(form.dataset.saving);
    try {
      const answer = await fetch(location.pathname, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      });
      const refused = await whyNotSaved(answer, form);
      if (refused === null) {
        saved = text;
        version.value = String(Number(version.value) + 1);
        keepTyped();
      }
      tell(refused ?? form.dataset.saved);
      if (answer.status >= 500) later(AGAIN);
    } catch {
      tell(form.dataset.offline);
      later(AGAIN);
    } finally {
      busy = false;
      if (area.value !== text) later(PAUSE);
    }
  }
  const [since, lost] = JSON.parse(kept(key) ?? '[]') as [number?, string?];
  if (lost === area.value) keep(key, null);
  else if (lost !== undefined) {
    area.value = lost;
    version.value = String(since);
    tell(form.dataset.restored);
    later(PAUSE);
  }
  area.addEventListener('input', () => {
    keepTyped();
    later(PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => later(0));
}

/** A longer form that is sent once: its fields come back after the laptop failed, or another form was sent first. */
function keepForm(form: HTMLFormElement): void {
  const key = form.dataset.keep ?? '';
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'input:not([type="hidden"]), textarea, select',
    ),
  ];
  const isTicked = (field: (typeof fields)[number]) =>
    field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : null;
  const typed = () =>
    JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, isTicked(field) ?? field.value])));
  // What was recorded is not offered again; what another form recorded changes nothing here.
  const done = new URLSearchParams(location.search).get('done');
  if (done !== null && done === form.querySelector<HTMLInputElement>('input[name="form"]')?.value)
    keep(key, null);
  const text = kept(key);
  if (text !== null && text !== typed()) {
    const values = JSON.parse(text) as Record<string, string | boolean>;
    for (const field of fields) {
      const value = values[field.name];
      if (typeof value === 'boolean' && field instanceof HTMLInputElement) field.checked = value;
      else if (typeof value === 'string') field.value = value;
    }
    for (const folded of form.querySelectorAll('details'))
      if ([...folded.querySelectorAll('input, select')].some((one) => (one as HTMLInputElement).value !== ''))
        folded.open = true;
    const around = form.closest('details');
    if (around) around.open = true;
  }
  form.addEventListener('input', () => keep(key, typed()));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepForm(form);
