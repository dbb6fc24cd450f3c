/** What is used of autocannon, which brings no types. */
declare module 'autocannon' {
  type Request = {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly setupRequest?: (request: Request) => Request;
  };
  type Options = {
    readonly url: string;
    readonly connections: number;
    /** Seconds; not with `amount`. */
    readonly duration?: number;
    /** Requests in all. */
    readonly amount?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly requests?: readonly Request[];
  };
  type Result = {
    readonly requests: { readonly average: number };
    /** In milliseconds. */
    readonly latency: { readonly p99: number };
    readonly errors: number;
    readonly non2xx: number;
    readonly duration: number;
    readonly '2xx': number;
    readonly '3xx': number;
    readonly '4xx': number;
    readonly '5xx': number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
