"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/api/client";
import { shareApi } from "@/lib/api/share-client";
import type { NewShareRequest, WireNewShare, WireShare } from "@/lib/api/share-contract";

export const EXPIRIES = ["hour", "day", "week", "month", "never", "moment"] as const;
export type Expiry = (typeof EXPIRIES)[number];
export type ShareWishes = {
  title: string;
  password: string;
  expiry: Expiry;
  /** As the browser's own control has it: local, without a zone. */
  moment: string;
  shown: WireShare["shown"];
};

const START: ShareWishes = {
  title: "",
  password: "",
  expiry: "week",
  moment: "",
  shown: { prompt: true, settings: false, references: false, download: false },
};

/** What is asked of a new link, and what the studio says is wrong with it, by field. */
export function useShareForm(jobIds: readonly string[], onMade: (made: WireNewShare) => void) {
  const t = useTranslations("shares");
  const [wishes, setWishes] = useState(START);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);

  const change = (part: Partial<ShareWishes>) => {
    setWishes((known) => ({ ...known, ...part }));
    setErrors(new Map());
  };
  const submit = async () => {
    if (busy) return;
    if (wishes.expiry === "moment" && wishes.moment === "")
      return setErrors(new Map([["expires", t("momentMissing")]]));
    setBusy(true);
    await shareApi
      .shareJobs(jobIds, requestOf(wishes))
      .then(onMade, (error) => setErrors(errorsOf(error, t("failed"))));
    setBusy(false);
  };
  return { wishes, change, errors, busy, submit };
}

function requestOf({ title, password, expiry, moment, shown }: ShareWishes): NewShareRequest {
  return {
    shown,
    expires: expiry === "moment" ? new Date(moment).toISOString() : expiry,
    ...(title.trim() !== "" && { title }),
    ...(password !== "" && { password }),
  };
}

/** By field; what belongs to none under `form`. */
function errorsOf(error: unknown, otherwise: string): ReadonlyMap<string, string> {
  const problem = error instanceof ApiError ? error.problem : undefined;
  const byField = new Map(problem?.errors?.map(({ field, message }) => [field.split(".")[0] ?? field, message]));
  const jobs = byField.get("jobIds");
  if (jobs !== undefined) byField.set("form", jobs);
  return byField.size > 0 ? byField : new Map([["form", problem?.detail ?? otherwise]]);
}
