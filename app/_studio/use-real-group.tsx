"use client";
import { useRef } from "react";
import { useConfirmation } from "@/components/composer/variations/confirmation";
import type { GroupTakes } from "@/components/jobs/groups";
import { useSendGroup } from "@/components/jobs/use-send-group";
import type { WireModel } from "@/lib/api/contract";

/** The paid takes of a group of previews, with the same inputs. One id a group: they are made and paid once. Throws `ApiError`. */
export function useRealGroup(model: WireModel, onChosen: (groupId: string | undefined) => void) {
  const { confirm, dialog } = useConfirmation(false, model);
  const send = useSendGroup(onChosen);
  const running = useRef(false);
  const submit = async ({ id, group, jobs }: GroupTakes) => {
    if (running.current || !group) return;
    running.current = true;
    try {
      const takes = { inputs: jobs.map((job) => job.input), axes: group.axes };
      if (!(await confirm(takes, { preview: false }))) return;
      const parents = jobs.map((job, place) => ({ jobId: job.id, how: "preview" as const, place }));
      await send({ model, takes, upstream: "runcomfy", clientRequestId: `real:${id}`, parents });
    } finally {
      running.current = false;
    }
  };
  return { submit, dialog };
}
