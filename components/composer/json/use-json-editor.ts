"use client";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { type RefObject, useEffect, useRef } from "react";
import { editorLook } from "./editor-look";
import type { Place } from "./json-places";

const CHECK_AFTER_MS = 300;
const ROOM_FOR_LINE_NUMBERS = "(min-width: 768px)";

export type JsonEditor = {
  /** Another text in its place, which the editor's own undo takes back. */
  show: (text: string) => void;
  mark: (findings: readonly (Place & { message: string })[]) => void;
  goTo: (place: Place) => void;
};

type Handlers = {
  /** After a pause in typing, and before anything else is done with the text. */
  onText: (text: string) => void;
  /** True where the paste was taken over. `whole`: it would replace everything. */
  onPaste: (text: string, whole: boolean) => boolean;
};

/** CodeMirror in an element. Tab leaves it; its undo is its own. */
export function useJsonEditor(
  parent: RefObject<HTMLElement | null>,
  start: { text: string; label: string },
  handlers: Handlers,
): RefObject<JsonEditor | undefined> {
  const editor = useRef<JsonEditor | undefined>(undefined);
  const latest = useRef(handlers);
  latest.current = handlers;
  const first = useRef(start);

  useEffect(() => {
    if (!parent.current) return;
    const invalid = new Compartment();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      latest.current.onText(view.state.doc.toString());
    };
    const listener = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(flush, CHECK_AFTER_MS);
    });
    const events = EditorView.domEventHandlers({
      blur: flush,
      paste: (event, { state }) => {
        const { from, to } = state.selection.main;
        const whole = (from === 0 && to === state.doc.length) || state.doc.toString().trim().length <= "{}".length;
        const taken = latest.current.onPaste(event.clipboardData?.getData("text/plain") ?? "", whole);
        if (taken) event.preventDefault();
        return taken;
      },
    });
    const sendKey = Prec.highest(
      keymap.of([
        {
          // The form sends on this key; what was just typed has to be in it.
          key: "Mod-Enter",
          run: () => {
            flush();
            return true;
          },
        },
      ]),
    );
    const view = new EditorView({
      parent: parent.current,
      doc: first.current.text,
      extensions: [
        sendKey,
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap, { key: "F8", run: nextDiagnostic }]),
        drawSelection(),
        json(),
        indentOnInput(),
        bracketMatching(),
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        // Its styles are written into the page, whose policy lets in what carries its nonce.
        EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
        EditorView.contentAttributes.of({ "aria-label": first.current.label, spellcheck: "false" }),
        invalid.of([]),
        matchMedia(ROOM_FOR_LINE_NUMBERS).matches ? lineNumbers() : [],
        editorLook,
        listener,
        events,
      ],
    });
    editor.current = {
      show: (text) => {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
        clearTimeout(timer);
        timer = undefined;
      },
      mark: (findings) => {
        const end = view.state.doc.length;
        const diagnostics = findings.map(({ from, to, message }) => ({
          from: Math.min(from, end),
          to: Math.min(to, end),
          message,
          severity: "error" as const,
        }));
        view.dispatch(setDiagnostics(view.state, diagnostics), {
          effects: invalid.reconfigure(
            findings.length > 0 ? EditorView.contentAttributes.of({ "aria-invalid": "true" }) : [],
          ),
        });
      },
      goTo: ({ from, to }) => {
        const end = view.state.doc.length;
        view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, scrollIntoView: true });
        view.focus();
      },
    };
    // Opened by a button that is gone now.
    if (document.activeElement === document.body) view.focus();
    return () => {
      flush();
      editor.current = undefined;
      view.destroy();
    };
  }, [parent]);
  return editor;
}
