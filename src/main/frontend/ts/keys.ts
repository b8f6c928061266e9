// Keys. Single letters never fire while writing.

import { saveNow } from "./drafts";
import { toggleLive } from "./live";

let going = false;

function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), select, textarea"))
  );
}

function go(key: string): void {
  going = false;
  const link = [...document.querySelectorAll<HTMLAnchorElement>("nav a[data-key]")].find(
    (candidate) => candidate.dataset["key"] === key,
  );
  link?.click();
}

/** Moves the focus by rows of the table that has it, or of the first one. */
function moveRow(step: number): void {
  const table = document.activeElement?.closest("table") ?? document.querySelector("main table:has(tbody a)");
  const links = [...(table?.querySelectorAll<HTMLElement>("tbody > tr") ?? [])]
    .map((row) => row.querySelector<HTMLElement>("a"))
    .filter((link) => link !== null);
  const row = document.activeElement?.closest("tr");
  const at = links.findIndex((link) => row?.contains(link));
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}

function focusFilter(): void {
  const filter = document.querySelector<HTMLInputElement>("[data-filter]") ??
    document.querySelector<HTMLInputElement>("main input[type=search]");
  filter?.focus();
  filter?.select();
}

function showKeys(): void {
  const dialog = document.getElementById("keys");
  if (dialog instanceof HTMLDialogElement && !dialog.open) {
    dialog.showModal();
  }
}

const actions: Record<string, () => void> = {
  "/": focusFilter,
  "?": showKeys,
  l: toggleLive,
  j: () => moveRow(1),
  k: () => moveRow(-1),
};

function pressed(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    saveNow();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || document.querySelector("dialog[open]")) {
    return;
  }
  if (going) {
    go(event.key);
    return;
  }
  going = event.key === "g";
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}

export function startKeys(): void {
  document.addEventListener("keydown", pressed);
}
