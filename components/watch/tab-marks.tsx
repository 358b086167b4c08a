"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { keepMarks } from "./head-marks";
import type { News } from "./message";
import { progressOf } from "./progress";
import { tabIcon } from "./tab-icon";
import type { Unseen } from "./unseen";

const STEP_MS = 1000;

/** Says in the title and the icon of the tab how far the takes are. */
export function TabMarks({ active, unseen }: { active: News["active"]; unseen: Unseen }) {
  const t = useTranslations("watch");
  const [marks, setMarks] = useState<ReturnType<typeof keepMarks>>();
  const nowMs = useStep(active.length > 0);
  const isCalm = useRef(false);
  useEffect(() => {
    isCalm.current = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const kept = keepMarks(document);
    setMarks(kept);
    return kept.stop;
  }, []);
  useEffect(() => {
    const progress = progressOf(active, unseen, { ms: nowMs, isCalm: isCalm.current });
    const { rendering, waiting, done, failed } = progress;
    const parts = [
      failed > 0 ? t("titleFailed", { count: failed }) : "",
      done > 0 ? t("titleDone", { count: done }) : "",
      rendering > 0 ? t("titleRendering", { count: rendering }) : "",
      rendering === 0 && waiting > 0 ? t("titleWaiting", { count: waiting }) : "",
    ].filter(Boolean);
    marks?.set({ prefix: parts.map((part) => `${part} · `).join(""), icon: tabIcon(progress) });
  }, [marks, active, unseen, nowMs, t]);
  return null;
}

/** The present in ms, once a second while something goes on. */
function useStep(isOn: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isOn) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return nowMs;
}
