// How the editor looks: the page's tokens, which reach into the shadow root.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--text-3)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--c6)" },
  { tag: [tags.keyword, tags.bool, tags.null, tags.number], color: "var(--c7)" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--text-2)" },
  { tag: [tags.labelName, tags.typeName, tags.meta], color: "var(--c2)" },
]);

export const look = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "var(--fs-1)", maxHeight: "70vh" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content, .cm-gutter": { minHeight: "320px" },
  ".cm-content": { caretColor: "var(--text)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--accent-bg)",
  },
  ".cm-gutters": { color: "var(--text-3)", backgroundColor: "var(--surface)", borderRight: "1px solid var(--border)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--surface-2) 60%, transparent)" },
  ".cm-selectionMatch, .cm-matchingBracket": { backgroundColor: "var(--accent-bg)" },
  ".cm-foldPlaceholder": { color: "var(--text-3)", backgroundColor: "var(--surface-2)", border: "0" },
  ".cm-tooltip, .cm-panels": { color: "var(--text)", backgroundColor: "var(--surface)", border: "1px solid var(--border)" },
  ".cm-diagnostic": { fontFamily: "var(--font-sans)", fontSize: "var(--fs-2)", whiteSpace: "pre-line" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--crit)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-textfield, .cm-button": {
    color: "var(--text)",
    backgroundColor: "var(--bg)",
    backgroundImage: "none",
    border: "1px solid var(--border-strong)",
    borderRadius: "var(--r-1)",
  },
});
