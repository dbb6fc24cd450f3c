/** Sends text messages. Chosen by the settings; the pages say what it means for the visitor. */
export type SmsAdapter =
  /** The code is shown on the page; for demo neighborhoods only. */
  | { readonly kind: 'demo' }
  /** Phone sign-in is off; the page says so and where to go instead. */
  | { readonly kind: 'off' }
  | {
      readonly kind: 'webhook';
      /** @throws when the provider did not take it. */
      readonly send: (phone: string, text: string) => Promise<void>;
    };

const TIMEOUT_MS = 8_000;

/** Posts `{phone, text}` as JSON to the provider's webhook with a bearer token. */
export function webhookSms(settings: { url: string; token: string }, send: typeof fetch = fetch): SmsAdapter {
  return {
    kind: 'webhook',
    async send(phone, text) {
      const answer = await send(settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.token}` },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`The text message provider answered ${answer.status}`);
    },
  };
}
