/** The room's screen looks again and again, without a flash, and keeps what it shows while the network is away. */

/** In milliseconds. */
const EVERY = 10_000;

async function renew(): Promise<void> {
  try {
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-renews]');
    const shown = document.querySelector('[data-renews]');
    if (now && shown && now.innerHTML !== shown.innerHTML) shown.innerHTML = now.innerHTML;
  } catch {
    // The next look may find the network again.
  }
}

setInterval(renew, EVERY);
