/** The report form with JavaScript: counts characters, scales photos down, keeps a draft on this phone. */

const DRAFT_KEY = 'xs-report-draft';
const DRAFT_FIELDS = ['description', 'place', 'room', 'placeNote'];
const MOST_DRAFT = 20_000;
const DRAFT_DAYS = 7;
const LONGEST_SIDE = 1600;
/** Smaller photos are sent as they are. */
const SMALL_ENOUGH = 600_000;

type Draft = { at: number; values: Record<string, string> };
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlOf(form: HTMLFormElement, name: string): Control | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLElement && 'value' in found ? (found as Control) : null;
}

function readDraft(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(DRAFT_KEY) ?? 'null') as Draft | null;
    if (!draft || Date.now() - draft.at > DRAFT_DAYS * 86_400_000) return null;
    return draft.values.description ? draft : null;
  } catch {
    return null;
  }
}

function forgetDraft(): void {
  try {
    localStorage.removeItem(DRAFT_KEY);
  } catch {
    // A phone that keeps nothing has nothing to forget.
  }
}

function keepDraft(form: HTMLFormElement): void {
  const values: Record<string, string> = {};
  for (const name of DRAFT_FIELDS) values[name] = controlOf(form, name)?.value ?? '';
  const text = JSON.stringify({ at: Date.now(), values });
  if (text.length > MOST_DRAFT) return;
  try {
    if (values.description) localStorage.setItem(DRAFT_KEY, text);
    else localStorage.removeItem(DRAFT_KEY);
  } catch {
    // Private windows may refuse; the form works all the same.
  }
}

function show(what: string, shown: boolean): HTMLElement | null {
  const box = document.querySelector<HTMLElement>(`[${what}]`);
  if (box) box.hidden = !shown;
  return box;
}

function offerDraft(form: HTMLFormElement): void {
  const draft = readDraft();
  if (!draft || form.dataset.reportForm !== 'new') return;
  const box = show('data-draft-offer', true);
  box?.querySelector('[data-draft-use]')?.addEventListener('click', () => {
    for (const [name, value] of Object.entries(draft.values)) {
      const control = controlOf(form, name);
      if (control && value) control.value = value;
    }
    box.hidden = true;
    controlOf(form, 'description')?.focus();
  });
  box?.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
    forgetDraft();
    box.hidden = true;
  });
}

function countCharacters(form: HTMLFormElement): void {
  const field = controlOf(form, 'description');
  if (!(field instanceof HTMLTextAreaElement)) return;
  const left = document.createElement('p');
  left.className = 'quiet num';
  left.setAttribute('aria-live', 'polite');
  field.after(left);
  const count = () => {
    const rest = field.maxLength - field.value.length;
    left.textContent = rest <= 200 ? (form.dataset.left ?? '').replace('#', String(rest)) : '';
  };
  field.addEventListener('input', count);
  count();
}

/** A photo drawn smaller; the file itself when the browser cannot read it or nothing is won. */
async function smaller(file: File): Promise<File> {
  if (file.size <= SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}

async function scaleDown(input: HTMLInputElement): Promise<void> {
  const files = await Promise.all([...(input.files ?? [])].map(smaller));
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
}

const form = document.querySelector<HTMLFormElement>('form[data-report-form]');
if (form) {
  let scaling: Promise<void> | null = null;
  countCharacters(form);
  offerDraft(form);
  form.addEventListener('input', () => keepDraft(form));
  const photos = form.querySelector<HTMLInputElement>('input[data-photos]');
  photos?.addEventListener('change', () => {
    scaling = scaleDown(photos).finally(() => {
      scaling = null;
    });
  });
  form.addEventListener('submit', (event) => {
    keepDraft(form);
    if (!navigator.onLine) {
      event.preventDefault();
      show('data-offline', true)?.scrollIntoView();
      return;
    }
    if (!scaling) return;
    // Photos are still being scaled: send when they are.
    event.preventDefault();
    const button = event.submitter;
    scaling.finally(() => form.requestSubmit(button instanceof HTMLButtonElement ? button : null));
  });
}

export {};
