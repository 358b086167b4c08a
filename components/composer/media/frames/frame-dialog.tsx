"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { api } from "@/lib/api/client";
import type { MediaLimits } from "@/lib/schema/field";
import { type FilmedTake, filmedTakes } from "./filmed-takes";
import { FramePicker } from "./frame-picker";
import { TakeList } from "./take-list";

const RECENT = 60;

/** A picture out of a finished take: first the take, then the frame. */
export function FrameDialog(props: { limits: MediaLimits; onFile: (file: File) => void; onClose: () => void }) {
  const t = useTranslations("frames");
  const [take, setTake] = useState<FilmedTake | undefined>();
  const jobs = useQuery({
    queryKey: ["jobs", "filmed"],
    queryFn: () => api.listJobs({ limit: RECENT }),
    select: filmedTakes,
    staleTime: 0,
    retry: false,
  });
  const use = (file: File) => {
    props.onFile(file);
    props.onClose();
  };
  return (
    <Dialog title={t("title")} closeLabel={t("close")} onClose={props.onClose} wide>
      {take ? (
        <FramePicker take={take} limits={props.limits} onFile={use} onBack={() => setTake(undefined)} />
      ) : (
        <div className="flex flex-col gap-3">
          <p role="status" className="text-quiet text-sm empty:hidden">
            {jobs.isPending ? t("loading") : null}
            {jobs.data?.length === 0 ? t("empty") : null}
          </p>
          {jobs.isError ? (
            <div role="alert" className="flex items-center gap-3 text-failed text-sm">
              {t("failed")}
              <Button onClick={() => void jobs.refetch()}>{t("again")}</Button>
            </div>
          ) : null}
          <TakeList takes={jobs.data ?? []} onChoose={setTake} />
        </div>
      )}
    </Dialog>
  );
}
