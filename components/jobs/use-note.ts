"use client";
import { useEffect, useRef, useState } from "react";
import type { WireJob } from "@/lib/api/contract";
import { keepDraft, readDraft } from "./note-draft";
import { useMarks } from "./use-marks";

const PAUSE_MS = 1000;
export const NOTE_LIMIT = 2000;

/** A note that saves itself: after a pause, when the field is left, and when the page is. What is not kept stays in the field. */
export function useNote(job: WireJob) {
  const { mark } = useMarks(job);
  const [typed, setTyped] = useState<string>();
  const [outcome, setOutcome] = useState<"saved" | "failed">();
  const saved = job.note ?? "";
  const note = typed ?? saved;
  const isTooLong = note.length > NOTE_LIMIT;

  const save = async () => {
    if (note === saved || isTooLong) return;
    const isKept = await mark({ note });
    setOutcome(isKept ? "saved" : "failed");
    if (isKept) keepDraft(job.id, undefined);
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => setTyped(readDraft(job.id)), [job.id]);
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void latest.current(), []);

  const type = (text: string) => {
    setTyped(text);
    setOutcome(undefined);
    keepDraft(job.id, text);
  };
  return { note, type, save, state: isTooLong ? ("tooLong" as const) : outcome };
}
