// Menus, dialogs, toasts, copy buttons.

import { onContent } from "./events";
import { announce, reshape, text } from "./texts";

const toastTime = 6_000;

function closeMenus(except: Element | null): void {
  document.querySelectorAll<HTMLDetailsElement>("details.menu[open]").forEach((menu) => {
    if (menu !== except) {
      menu.open = false;
    }
  });
}

async function copy(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
  button.classList.add("done");
  reshape(button, "check");
  announce(text("copied"));
  window.setTimeout(() => {
    button.classList.remove("done");
    reshape(button, "copy");
  }, 1_500);
}

function openDialog(id: string): boolean {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) {
    dialog.showModal();
    return true;
  }
  return false;
}

function clicked(event: MouseEvent): void {
  const target = event.target as Element;
  closeMenus(target.closest("details.menu"));
  const copier = target.closest<HTMLElement>("[data-copy]");
  const opener = target.closest<HTMLElement>("[data-confirm]");
  const toggle = target.closest<HTMLElement>("[data-toggle]");
  if (copier) {
    void copy(copier);
  } else if (opener && openDialog(opener.dataset["confirm"] ?? "")) {
    event.preventDefault();
  } else if (target.closest("[data-close]")) {
    target.closest("dialog")?.close();
  } else if (toggle) {
    const open = document.getElementById(toggle.dataset["toggle"] ?? "")?.classList.toggle("open") === true;
    toggle.setAttribute("aria-expanded", String(open));
  }
}

/** A toast goes after a while, but not while somebody reads it. */
function fade(toast: HTMLElement): void {
  const leave = (): void => {
    if (toast.matches(":hover, :focus-within")) {
      window.setTimeout(leave, 1_000);
    } else {
      toast.remove();
    }
  };
  window.setTimeout(leave, toastTime);
}

export function startSurfaces(): void {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeMenus(null);
    }
  });
  document.querySelectorAll<HTMLElement>(".toast").forEach(fade);
  onContent(() => {
    document.querySelectorAll<HTMLElement>("[data-copy][hidden]").forEach((button) => {
      button.hidden = !window.isSecureContext;
    });
  });
}
