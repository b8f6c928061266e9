// One stream of events per tab. It carries only names: each becomes a DOM event on the body, and the regions that wait
// for it (hx-trigger="fleet from:body") refetch themselves.

import htmx, { type HtmxRequestCtx } from "htmx.org";
import { onContent } from "./events";
import { reshape, text } from "./texts";

type State = "live" | "reconnecting" | "paused" | "stale";

interface Detail {
  status?: number;
  message?: { event: string; id: string };
}

const pausedKey = "firekeeper-paused";
const silence = 45_000;
const staleAfter = 30_000;
const retryAfter = 5_000;

let stream: HTMLElement | null = null;
let topics = "";
let lastId = "";
let state: State = "reconnecting";
let lastHeard = Date.now();
let retry: number | undefined;

/** The topics of all regions on the page. */
function wanted(): string {
  const found = new Set<string>();
  document.querySelectorAll("[hx-trigger*='from:body']").forEach((region) => {
    for (const trigger of (region.getAttribute("hx-trigger") ?? "").split(",")) {
      const name = trigger.trim().split(/\s/)[0];
      if (name && trigger.includes("from:body")) {
        found.add(name);
      }
    }
  });
  return [...found].sort().join(",");
}

function show(next: State): void {
  state = next;
  const button = document.querySelector<HTMLElement>("[data-live-toggle]");
  if (!button) {
    return;
  }
  const minutes = Math.floor((Date.now() - lastHeard) / 60_000);
  button.dataset["liveState"] = next;
  button.title = text(next === "paused" ? "resume" : "pause");
  const word = button.querySelector("[data-live-word]");
  if (word) {
    word.textContent = next === "stale" && minutes > 0 ? `${text(next)} ${minutes} m` : text(next);
  }
  reshape(button, next === "stale" ? "warn" : next);
}

function heard(): void {
  lastHeard = Date.now();
  if (state !== "live") {
    show("live");
  }
}

function lost(detail?: Detail): void {
  if (detail?.status === 401) {
    window.location.reload();
    return;
  }
  if (state !== "paused" && state !== "stale") {
    show("reconnecting");
  }
}

/** The first answer was no stream. */
function retryLater(status = 0): void {
  lost({ status });
  retry ??= window.setTimeout(() => {
    retry = undefined;
    connect();
  }, retryAfter);
}

function disconnect(): void {
  stream?.dispatchEvent(new Event("htmx:abort"));
  stream?.remove();
  stream = null;
}

function connect(): void {
  disconnect();
  if (topics === "" || state === "paused") {
    return;
  }
  const element = document.createElement("div");
  const parameters = new URLSearchParams({ topics, after: lastId });
  element.hidden = true;
  element.setAttribute("hx-sse:connect", `${text("events")}?${parameters}`);
  element.addEventListener("htmx:sse:after:connection", heard);
  element.addEventListener("htmx:sse:before:message", (event) => {
    const message = (event as CustomEvent<Detail>).detail.message;
    lastId = message?.id || lastId;
    heard();
  });
  element.addEventListener("htmx:sse:error", (event) => lost((event as CustomEvent<Detail>).detail));
  element.addEventListener("htmx:sse:before:connection", () => lost());
  element.addEventListener("htmx:error", () => retryLater());
  element.addEventListener("htmx:after:request", (event) => {
    event.preventDefault();
    retryLater((event as CustomEvent<{ ctx: HtmxRequestCtx }>).detail.ctx.response?.status);
  });
  document.body.append(element);
  stream = element;
  htmx.process(element);
}

function follow(): void {
  const now = wanted();
  const toggle = document.querySelector<HTMLElement>("[data-live-toggle]");
  if (toggle) {
    toggle.hidden = now === "";
  }
  if (now !== topics) {
    topics = now;
    connect();
  }
}

function watch(): void {
  const quiet = Date.now() - lastHeard;
  if (state === "live" && quiet > silence && !document.hidden) {
    show("reconnecting");
    connect();
  } else if ((state === "reconnecting" || state === "stale") && quiet > staleAfter) {
    show("stale");
  }
}

/** Stops or goes on; what happened meanwhile is caught up. */
export function toggleLive(): void {
  if (topics === "") {
    return;
  }
  const pause = state !== "paused";
  show(pause ? "paused" : "reconnecting");
  window.sessionStorage.setItem(pausedKey, String(pause));
  if (pause) {
    disconnect();
  } else {
    connect();
  }
}

export function startLive(): void {
  const badge = document.getElementById("live");
  if (!badge) {
    return;
  }
  badge.hidden = false;
  document.querySelector("[data-live-absent]")?.remove();
  lastId = text("position");
  show(window.sessionStorage.getItem(pausedKey) === "true" ? "paused" : "reconnecting");
  document.querySelector("[data-live-toggle]")?.addEventListener("click", toggleLive);
  onContent(follow);
  window.setInterval(watch, 5_000);
}
