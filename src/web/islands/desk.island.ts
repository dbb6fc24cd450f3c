/** Keys of the desk: N new call, / search, J and K down and up. Enter opens, as links do by themselves. */

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')];
}

/** Moves to the row below or above the one in focus, or the one that is open. */
function move(step: number): void {
  const all = rows();
  const focused = all.findIndex((row) => row === document.activeElement);
  const open = all.findIndex((row) => row.getAttribute('aria-current') === 'page');
  const from = focused >= 0 ? focused : open;
  const next = all[Math.max(0, Math.min(all.length - 1, from + step))];
  next?.focus();
}

const KEYS: Readonly<Record<string, () => void>> = {
  n: () => location.assign('/desk/call'),
  '/': () => document.querySelector<HTMLElement>('#desk-words')?.focus(),
  j: () => move(1),
  k: () => move(-1),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = KEYS[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
});

document.querySelector('[data-list] [aria-current="page"][data-row]')?.scrollIntoView({ block: 'nearest' });
