"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Grid, GridCell } from "@/components/gallery/grid";
import { StatusLine } from "@/components/jobs/status-words";
import { ratioOf, TakePicture } from "@/components/jobs/take-tile";
import { useFollow } from "@/components/jobs/use-jobs";
import { Button, buttonClass } from "@/components/ui/button";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { galleryQuery, withFresh } from "./gallery-query";

/** Every take, newest first. */
export function Gallery({ initial }: { initial: WireJobList }) {
  const t = useTranslations("gallery");
  const client = useQueryClient();
  const query = useInfiniteQuery({ ...galleryQuery, initialData: { pages: [initial], pageParams: [undefined] } });
  const jobs = query.data.pages.flatMap((page) => page.jobs);
  useFollow(jobs, (fresh) => client.setQueryData(galleryQuery.queryKey, (data) => withFresh(data, fresh)));
  return (
    <main id="content" className="flex w-full grow flex-col gap-4 p-4">
      <header className="flex items-baseline gap-3">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        {jobs.length > 0 ? <p className="text-quiet text-sm">{t("count", { count: jobs.length })}</p> : null}
      </header>
      {jobs.length === 0 ? <EmptyGallery /> : null}
      <Grid>
        {jobs.map((job) => (
          <GridCell key={job.id} ratio={ratioOf(job)}>
            <GalleryTake job={job} />
          </GridCell>
        ))}
      </Grid>
      {query.isFetchNextPageError || query.isRefetchError ? (
        <p role="alert" className="text-failed text-sm">
          {t("loadFailed")}
        </p>
      ) : null}
      {query.hasNextPage ? (
        <Button className="self-center" onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? t("loading") : query.isFetchNextPageError ? t("retry") : t("more")}
        </Button>
      ) : null}
    </main>
  );
}

function GalleryTake({ job }: { job: WireJob }) {
  return (
    <Link href={`/jobs/${job.id}`} className="flex min-w-0 flex-col gap-1 rounded-sm">
      <TakePicture job={job} className="w-full" />
      {/* One line high: where both do not fit, the model's name is the one that goes. */}
      <span className="flex h-6 flex-wrap items-baseline justify-between gap-x-3 overflow-hidden px-0.5">
        <StatusLine job={job} />
        <span className="truncate text-quiet text-xs leading-6">{job.modelName}</span>
      </span>
    </Link>
  );
}

function EmptyGallery() {
  const t = useTranslations("gallery");
  return (
    <div className="flex grow flex-col items-center justify-center gap-4 py-16">
      <div aria-hidden className="flex w-full max-w-160 gap-2">
        {[16 / 9, 9 / 16, 1, 4 / 3].map((ratio) => (
          <div
            key={ratio}
            className="basis-0 rounded-sm border border-line border-dashed"
            style={{ flexGrow: ratio, aspectRatio: ratio }}
          />
        ))}
      </div>
      <p className="text-quiet">{t("empty")}</p>
      <Link href="/" className={buttonClass("primary")}>
        {t("emptyAction")}
      </Link>
    </div>
  );
}
