// Sentences come from the server's message bundles, as data attributes of #texts.

const island = document.getElementById("texts");

/** The sentence of a name, with {0} replaced. */
export function text(name: string, argument = ""): string {
  return (island?.dataset[name] ?? "").replace("{0}", argument);
}

/** An icon of the sprite. */
export function icon(name: string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `${text("icons")}#${name}`);
  svg.append(use);
  return svg;
}

/** Lets an existing icon show another shape. */
export function reshape(svg: Element | null | undefined, name: string): void {
  svg?.querySelector("use")?.setAttribute("href", `${text("icons")}#${name}`);
}

/** Says a sentence to screen readers, at most one in five seconds. */
export function announce(sentence: string): void {
  waiting = sentence;
  if (timer === undefined) {
    say();
  }
}

let waiting = "";
let timer: number | undefined;

function say(): void {
  timer = undefined;
  if (waiting === "") {
    return;
  }
  const region = document.getElementById("announce");
  if (region) {
    region.textContent = waiting;
  }
  waiting = "";
  timer = window.setTimeout(say, 5_000);
}
