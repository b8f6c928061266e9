// Forms: drafts save themselves, and a text is never lost by leaving, by failing or by sending twice.

import { csrfHeaders, onContent } from "./events";
import { text } from "./texts";
import { timeOfDay } from "./times";

const idle = 2_000;

class Draft {
  private dirty = false;
  private timer: number | undefined;
  private running: Promise<void> | undefined;
  private conflict = false;
  private readonly key: string;

  constructor(private readonly form: HTMLFormElement) {
    this.key = `firekeeper-draft:${window.location.pathname}#${form.id}`;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", () => this.submitted());
    form.addEventListener("focusout", () => this.saveIfDirty());
    window.addEventListener("beforeunload", (event) => {
      if (this.dirty) {
        event.preventDefault();
      }
    });
    if (this.savesItself) {
      this.offerKept();
    }
  }

  get savesItself(): boolean {
    return this.form.dataset["autosave"] !== undefined;
  }

  /** Whether everything that was written is saved. */
  get isSettled(): boolean {
    return !this.dirty && this.running === undefined;
  }

  saveIfDirty(): void {
    if (this.dirty && this.savesItself && !this.conflict) {
      void this.save();
    }
  }

  /** Saves what is written; says whether that could be done. */
  async settle(): Promise<boolean> {
    await this.running;
    if (this.dirty && !this.conflict) {
      await this.save();
    }
    return this.isSettled;
  }

  private changed(): void {
    this.dirty = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.saveIfDirty(), idle);
  }

  private submitted(): void {
    this.dirty = false;
    window.clearTimeout(this.timer);
    window.localStorage.removeItem(this.key);
  }

  private save(): Promise<void> {
    this.running ??= this.send().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async send(): Promise<void> {
    this.dirty = false;
    window.clearTimeout(this.timer);
    this.tell("saving", text("saving"));
    try {
      const response = await fetch(this.form.dataset["autosave"] || this.form.action, {
        method: "POST",
        headers: { ...csrfHeaders(), "HX-Request": "true", "X-Autosave": "true" },
        body: new URLSearchParams([...this.fields()]),
        redirect: "manual",
      });
      await this.answered(response);
    } catch {
      this.keep(text("saveFailed"));
    }
  }

  private async answered(response: Response): Promise<void> {
    if (response.ok) {
      this.saved(response.headers.get("ETag"));
      adopt("input[data-change-version]", response.headers.get("X-Change-Version"));
    } else if (response.type === "opaqueredirect" || response.status === 401) {
      this.keep(text("saveFailed"));
    } else {
      this.conflict = response.status === 409;
      this.keep(reason(await response.text()) ?? text("saveFailed"));
    }
  }

  private saved(tag: string | null): void {
    const version = this.form.elements.namedItem("version");
    const number = /"(\d+)"/.exec(tag ?? "")?.[1];
    if (version instanceof HTMLInputElement && number !== undefined) {
      version.value = number;
      adopt("input[data-edit-version]", number);
    }
    window.localStorage.removeItem(this.key);
    this.tell("saved", text("saved", timeOfDay(new Date())));
    this.form.dispatchEvent(new CustomEvent("draft:saved", { bubbles: true }));
  }

  private keep(why: string): void {
    this.dirty = true;
    window.localStorage.setItem(this.key, JSON.stringify([...this.fields()]));
    this.tell("failed", why);
  }

  private *fields(): Generator<[string, string]> {
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string") {
        yield [name, value];
      }
    }
  }

  private tell(state: string, words: string): void {
    const output = this.form.querySelector<HTMLElement>("[data-saved]");
    if (output) {
      output.dataset["state"] = state;
      output.textContent = words;
    }
  }

  private offerKept(): void {
    const kept = window.localStorage.getItem(this.key);
    if (kept === null) {
      return;
    }
    const banner = document.createElement("div");
    banner.className = "banner warn";
    banner.setAttribute("role", "status");
    banner.append(text("restored"), " ", button("restore", () => this.restore(kept, banner)), " ");
    banner.append(button("discard", () => this.discard(banner)));
    this.form.prepend(banner);
  }

  private restore(kept: string, banner: Element): void {
    for (const [name, value] of JSON.parse(kept) as [string, string][]) {
      const field = this.form.elements.namedItem(name);
      const written = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && isText(field));
      if (written && name !== "version" && !name.startsWith("_")) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new CustomEvent("draft:restored"));
      }
    }
    banner.remove();
  }

  private discard(banner: Element): void {
    window.localStorage.removeItem(this.key);
    banner.remove();
  }
}

/** The other forms of the page now stand on what was just saved. */
function adopt(inputs: string, version: string | null): void {
  if (version !== null) {
    document.querySelectorAll<HTMLInputElement>(inputs).forEach((input) => {
      input.value = version;
    });
  }
}

function isText(field: HTMLInputElement): boolean {
  return !["checkbox", "radio", "password", "file", "hidden"].includes(field.type);
}

function button(name: string, action: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn sm";
  element.textContent = text(name);
  element.addEventListener("click", action);
  return element;
}

/** The sentence of an error fragment. */
function reason(answer: string): string | undefined {
  return new DOMParser().parseFromString(answer, "text/html").querySelector(".faults p")?.textContent ?? undefined;
}

const drafts = new Map<HTMLFormElement, Draft>();

/** Ctrl S: saves the draft, or presses the form's first button. */
export function saveNow(): void {
  const form = document.activeElement?.closest("form") ?? document.querySelector("form[data-autosave]");
  if (form instanceof HTMLFormElement) {
    const draft = drafts.get(form);
    if (draft?.savesItself) {
      draft.saveIfDirty();
    } else if (form.method === "post") {
      form.requestSubmit();
    }
  }
}

/** What stands on the saved text waits until all of it is saved. */
function saveFirst(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const open = [...drafts.values()].filter((draft) => draft.savesItself && !draft.isSettled);
  if (open.length === 0 || drafts.has(form) || !form.querySelector("input:is([data-change-version], [data-edit-version])")) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  void Promise.all(open.map((draft) => draft.settle())).then((saved) => {
    if (saved.every(Boolean)) {
      form.requestSubmit(event.submitter);
    }
  });
}

function refuseSecond(event: SubmitEvent): void {
  const pressed = event.submitter;
  if (event.defaultPrevented || !(pressed instanceof HTMLButtonElement)) {
    return;
  }
  if (pressed.getAttribute("aria-busy") === "true") {
    event.preventDefault();
  } else if (pressed.form?.method === "post") {
    pressed.setAttribute("aria-busy", "true");
  }
}

export function startDrafts(): void {
  onContent(() => {
    document.querySelectorAll<HTMLFormElement>("form:is([data-autosave], [data-guard])").forEach((form) => {
      if (!drafts.has(form)) {
        drafts.set(form, new Draft(form));
      }
    });
  });
  document.addEventListener("submit", saveFirst, { capture: true });
  document.addEventListener("submit", refuseSecond);
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[aria-busy=true]").forEach((element) => element.removeAttribute("aria-busy"));
  });
}
