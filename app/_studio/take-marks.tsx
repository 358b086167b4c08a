"use client";
import { useQueryClient } from "@tanstack/react-query";
import { patchGallery } from "@/app/(studio)/gallery/gallery-query";
import { JobMarks } from "@/components/jobs/job-marks";
import type { WireJob } from "@/lib/api/contract";

/** The marks of a take, which the gallery's lists show too. */
export function TakeMarks({ job }: { job: WireJob }) {
  const client = useQueryClient();
  return (
    <JobMarks
      job={job}
      onMarks={({ rating, favourite }) =>
        patchGallery(client, (take) =>
          take.id === job.id
            ? {
                ...take,
                ...(favourite !== undefined && { favourite }),
                ...(rating !== undefined && { rating: rating ?? undefined }),
              }
            : take,
        )
      }
    />
  );
}
