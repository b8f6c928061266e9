// Shows times in the zone that the person chose.

import { onContent } from "./events";

const utc = document.documentElement.dataset["zone"] === "utc";
const day = 24 * 60 * 60 * 1_000;

const fields: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  ...(utc ? { timeZone: "UTC" } : {}),
};
const format = new Intl.DateTimeFormat("en", fields);
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always", style: "short" });

/** 2026-11-21 14:31:07 */
export function absolute(date: Date): string {
  const parts = new Map(format.formatToParts(date).map((part) => [part.type, part.value]));
  const take = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  return `${take("year")}-${take("month")}-${take("day")} ${take("hour")}:${take("minute")}:${take("second")}`;
}

/** 14:31:07 */
export function timeOfDay(date: Date): string {
  return absolute(date).slice(11);
}

/** +08:00 */
function offset(date: Date): string {
  const minutes = utc ? 0 : -date.getTimezoneOffset();
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "−" : "+"}${pad(Math.trunc(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** UTC, UTC+8, UTC+5:30 */
function zoneName(date: Date): string {
  const [hours, minutes] = offset(date).split(":");
  const short = `${hours?.replace(/^([+−])0/, "$1") ?? ""}${minutes === "00" ? "" : `:${minutes}`}`;
  return short === "+0" ? "UTC" : `UTC${short}`;
}

function ago(date: Date, now: number): string {
  const seconds = (date.getTime() - now) / 1_000;
  const size = Math.abs(seconds);
  if (size < 60) {
    return relative.format(Math.trunc(seconds), "second");
  }
  return size < 3_600
    ? relative.format(Math.trunc(seconds / 60), "minute")
    : relative.format(Math.trunc(seconds / 3_600), "hour");
}

function show(element: HTMLTimeElement): void {
  const date = new Date(element.dateTime);
  if (Number.isNaN(date.getTime())) {
    return;
  }
  const now = Date.now();
  const holder = element.parentElement;
  const recent = holder?.hasAttribute("data-ago") === true && Math.abs(now - date.getTime()) < day;
  const shown = recent ? ago(date, now) : holder?.hasAttribute("data-short") ? timeOfDay(date) : absolute(date);
  if (element.textContent !== shown) {
    element.textContent = shown;
  }
  element.title = `${absolute(date)} ${offset(date)}`;
  if (recent) {
    holder?.setAttribute("aria-label", element.title);
  }
}

function showAll(): void {
  document.querySelectorAll<HTMLTimeElement>("time[datetime]").forEach(show);
}

function tick(): void {
  const now = new Date();
  const clock = document.querySelector("[data-clock]");
  if (clock) {
    clock.textContent = timeOfDay(now);
  }
  document.querySelectorAll("[data-zone-name]").forEach((element) => {
    element.textContent = zoneName(now);
  });
}

export function startTimes(): void {
  onContent(showAll);
  tick();
  window.setInterval(tick, 1_000);
  window.setInterval(showAll, 30_000);
}
