// The events of htmx 4 that we listen to, typed.

import type { HtmxRequestCtx } from "htmx.org";

/** Calls back when htmx says so anywhere on the page. */
export function on(name: string, callback: (event: CustomEvent<{ ctx: HtmxRequestCtx }>) => void): void {
  document.addEventListener(name, (event) => callback(event as CustomEvent<{ ctx: HtmxRequestCtx }>));
}

/** Calls back now and after every swap, for what the server can't render. */
export function onContent(callback: () => void): void {
  callback();
  document.addEventListener("htmx:after:swap", callback);
}

/** The header that proves that a write comes from our page. */
export function csrfHeaders(): Record<string, string> {
  return JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}") as Record<string, string>;
}
