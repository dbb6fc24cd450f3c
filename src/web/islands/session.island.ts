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
        redirect: 'manual',
      });
      if (answer.type === 'opaqueredirect') {
        saved = text;
        version.value = String(Number(version.value) + 1);
        if (area.value === text) keep(key, null);
        tell(form.dataset.saved);
      } else {
        // Somebody else wrote here, or the session is over: the words stay, the button shows what happened.
        tell(answer.status === 422 ? form.dataset.clash : form.dataset.offline);
        if (answer.status !== 422) later(AGAIN);
      }
    } catch {
      tell(form.dataset.offline);
      later(AGAIN);
    } finally {
      busy = false;
      if (area.value !== text) later(PAUSE);
    }
  }
  const lost = kept(key);
  if (lost === area.value) keep(key, null);
  else if (lost !== null) {
    area.value = lost;
    tell(form.dataset.restored);
    later(PAUSE);
  }
  area.addEventListener('input', () => {
    keep(key, area.value);
    later(PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => later(0));
}

/** A longer form that is sent once: its fields come back after the laptop failed. */
function keepForm(form: HTMLFormElement): void {
  const key = form.dataset.keep ?? '';
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'input:not([type="hidden"]), textarea, select',
    ),
  ];
  // What was recorded is not offered again.
  if (new URLSearchParams(location.search).has('done')) keep(key, null);
  const text = kept(key);
  if (text !== null && fields.every(({ value }) => value === '')) {
    const values = JSON.parse(text) as Record<string, string>;
    for (const field of fields) field.value = values[field.name] ?? '';
    for (const folded of form.querySelectorAll('details'))
      if ([...folded.querySelectorAll('input, select')].some((one) => (one as HTMLInputElement).value !== ''))
        folded.open = true;
  }
  form.addEventListener('input', () =>
    keep(key, JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value])))),
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepForm(form);
