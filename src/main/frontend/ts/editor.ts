// Turns <textarea data-editor> into a YAML editor. The textarea stays the form's field and holds the same text.
// With data-lint="URL" the text is posted there and the answer, a JSON array of {line, column?, severity, message},
// is marked in the text. With data-marks="SELECTOR" so is every [data-mark="line:column"] within that part of the page,
// with its data-severity and its first [data-sentence]. The editor lives in a shadow root: there CodeMirror uses constructable style sheets, which the
// content security policy allows.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, linter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { look, colours } from "./editor-look";
import { csrfHeaders, onContent } from "./events";

interface Mark {
  line: number;
  column?: number;
  severity: "error" | "warning" | "info";
  message: string;
}

function diagnostic(text: Text, mark: Mark): Diagnostic {
  const line = text.line(Math.min(Math.max(mark.line, 1), text.lines));
  const before = [...line.text].slice(0, Math.max((mark.column ?? 1) - 1, 0)).join(""); // columns count characters
  const from = line.from + before.length;
  return { from, to: line.to, severity: mark.severity, message: mark.message };
}

async function ask(url: string, text: Text): Promise<Diagnostic[]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...csrfHeaders(), "Content-Type": "application/yaml", Accept: "application/json" },
    body: text.toString(),
  });
  return response.ok ? ((await response.json()) as Mark[]).map((mark) => diagnostic(text, mark)) : [];
}

function serverLint(url: string | undefined): Extension {
  return url ? [linter((view) => ask(url, view.state.doc), { delay: 600 }), lintGutter()] : [];
}

function listed(text: Text, part: string): Diagnostic[] {
  return [...document.querySelectorAll<HTMLElement>(`${part} [data-mark]`)].map((element) => {
    const [line = 1, column = 1] = (element.dataset["mark"] ?? "").split(":").map(Number);
    const severity = element.dataset["severity"] as Mark["severity"];
    const message = element.querySelector("[data-sentence]")?.textContent ?? "";
    return diagnostic(text, { line, column, severity, message });
  });
}

function name(field: HTMLTextAreaElement): string {
  return field.labels[0]?.textContent?.trim() ?? field.getAttribute("aria-label") ?? "";
}

function extensions(field: HTMLTextAreaElement): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightSelectionMatches(),
    yaml(),
    syntaxHighlighting(colours),
    look,
    serverLint(field.dataset["lint"]),
    field.dataset["marks"] ? lintGutter() : [],
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
    EditorState.tabSize.of(2),
    EditorState.readOnly.of(field.readOnly || field.disabled),
    EditorView.contentAttributes.of({ "aria-label": name(field), spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        field.value = update.state.doc.toString();
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }),
  ];
}

function jump(view: EditorView, number: number): void {
  const line = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
  view.focus();
}

function enhance(field: HTMLTextAreaElement): void {
  field.dataset["editor"] = "ready";
  const host = document.createElement("div");
  host.className = "editor";
  const root = host.attachShadow({ mode: "open" });
  field.after(host);
  const state = EditorState.create({ doc: field.value, extensions: extensions(field) });
  const view = new EditorView({ state, parent: root, root });
  field.hidden = true;
  field.labels.forEach((label) => label.addEventListener("click", () => view.focus()));
  field.addEventListener("draft:restored", () => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } });
  });
  const part = field.dataset["marks"];
  if (part) {
    onContent(() => view.dispatch(setDiagnostics(view.state, listed(view.state.doc, part))));
  }
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-line]");
    if (link && host.isConnected) {
      event.preventDefault();
      jump(view, Number(link.dataset["line"]));
    }
  });
  const wanted = /^#L(\d+)$/.exec(window.location.hash)?.[1];
  if (wanted !== undefined) {
    jump(view, Number(wanted));
  }
}

export function startEditors(): void {
  document
    .querySelectorAll<HTMLTextAreaElement>("textarea[data-editor]:not([data-editor=ready])")
    .forEach((field) => enhance(field));
}
