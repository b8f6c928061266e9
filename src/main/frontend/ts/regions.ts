// Live regions: a failed refetch keeps the last good data and says how old it is; rows under the pointer stay in place.

import htmx, { type HtmxRequestCtx } from "htmx.org";
import { on } from "./events";
import { announce, icon, text } from "./texts";
import { absolute } from "./times";

const loadedAt = new WeakMap<Element, Date>();
const start = new Date();

function isLive(element: Element | null | undefined): element is Element {
  return element?.getAttribute("hx-trigger")?.includes("from:body") === true;
}

function keepOld(region: Element): void {
  region.querySelector(":scope > .stale")?.remove();
  const note = document.createElement("p");
  note.className = "stale";
  note.setAttribute("role", "status");
  const words = document.createElement("span");
  words.textContent = text("failed", absolute(loadedAt.get(region) ?? start));
  const again = document.createElement("button");
  again.type = "button";
  again.className = "btn sm";
  again.textContent = text("retry");
  again.addEventListener("click", () => refetch(region));
  note.append(icon("warn"), words, again);
  region.prepend(note);
}

function refetch(region: Element): void {
  const url = region.getAttribute("hx-get");
  if (url) {
    void htmx.ajax("GET", url, { source: region as HTMLElement, target: region as HTMLElement, swap: "outerMorph" });
  }
}

function rows(root: ParentNode): HTMLTableRowElement[] {
  return [...root.querySelectorAll<HTMLTableRowElement>("tbody > tr[id]")];
}

/** Gives the answer the order that is on the screen; new rows come last. */
function inShownOrder(region: Element, answer: string): string {
  const page = new DOMParser().parseFromString(answer, "text/html");
  const shown = rows(region).map((row) => row.id);
  const before = rows(page).map((row) => row.id);
  const place = (row: HTMLTableRowElement): number => {
    const index = shown.indexOf(row.id);
    return index < 0 ? shown.length : index;
  };
  for (const body of page.querySelectorAll("tbody")) {
    body.append(...[...body.rows].sort((a, b) => place(a) - place(b)));
  }
  const after = rows(page).map((row) => row.id);
  if (before.join("\n") !== after.join("\n")) {
    page.body.firstElementChild?.append(pill(page));
  }
  return page.body.innerHTML;
}

function pill(page: Document): HTMLButtonElement {
  const button = page.createElement("button");
  button.type = "button";
  button.className = "pill";
  button.dataset["applyOrder"] = "";
  button.textContent = text("orderChanged");
  return button;
}

function isWatched(region: Element): boolean {
  return region.hasAttribute("data-freeze") && region.querySelector("table:is(:hover, :focus-within)") !== null;
}

function afterRequest(event: CustomEvent<{ ctx: HtmxRequestCtx }>): void {
  const { ctx } = event.detail;
  const region = ctx.sourceElement;
  const status = ctx.response?.status ?? 0;
  if (!isLive(region) || status === 401) {
    return;
  }
  if (status >= 400) {
    event.preventDefault();
    keepOld(region);
  } else if (isWatched(region) && typeof ctx.text === "string") {
    ctx.text = inShownOrder(region, ctx.text);
  }
}

export function startRegions(): void {
  on("htmx:after:request", afterRequest);
  on("htmx:error", (event) => {
    const region = event.detail.ctx?.sourceElement;
    if (isLive(region)) {
      keepOld(region);
    }
  });
  on("htmx:after:swap", (event) => {
    const region = event.target as HTMLElement;
    loadedAt.set(region, new Date());
    if (region.dataset?.["announce"]) {
      announce(region.dataset["announce"]);
    }
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("[data-apply-order]");
    const region = button?.closest("[data-freeze]");
    button?.remove();
    if (region) {
      refetch(region);
    }
  });
}
