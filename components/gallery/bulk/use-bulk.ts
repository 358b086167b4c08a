"use client";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { galleryApi } from "@/lib/api/gallery-client";
import type { BulkRequest, WireCollection } from "@/lib/api/gallery-contract";
import { problemText } from "../collections/problem-text";
import type { GalleryTake } from "../take";
import type { BulkCache } from "./cache";
import { actInParts, type Outcome } from "./in-parts";

/** What is said beside the bar; `undo` where it can be taken back. */
export type Said = { lines: string[]; isFailure: boolean; undo?: () => void };
/** It stays, whatever is selected next; anything else is said for the takes that it is about. */
type Kept = Said & { stays?: boolean; about: ReadonlySet<string> };

/** What can be done with many takes at once. Nothing throws: what could not be done is said, take by take. */
export function useBulk({ takes, cache }: { takes: readonly GalleryTake[]; cache: BulkCache }) {
  const t = useTranslations("bulk");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Kept>();
  const running = useRef(false);
  const ids = takes.map(({ id }) => id);

  const linesOf = ({ done, going, gone, unanswered, error }: Outcome, sentence: (count: number) => string) => [
    ...(done.length > 0 ? [sentence(done.length)] : []),
    ...(going.length > 0 ? [t("going", { count: going.length })] : []),
    ...(gone.length > 0 ? [t("gone", { count: gone.length })] : []),
    ...(unanswered.length > 0 ? [problemText(error) ?? t("unanswered", { count: unanswered.length })] : []),
  ];
  /** Does one thing at a time; `before` is done at once, `after` knows what became of it. */
  const act = async (
    request: Omit<BulkRequest, "ids">,
    options: {
      ids: readonly string[];
      sentence: (count: number) => string;
      after?: (outcome: Outcome) => Partial<Kept>;
    },
  ) => {
    running.current = true;
    setBusy(true);
    setSaid(undefined);
    const outcome = await actInParts(options.ids, (part) => galleryApi.actOnJobs({ ...request, ids: part }));
    if (outcome.done.length > 0) cache.forgetOthers();
    const isFailure = outcome.done.length < options.ids.length;
    const about = new Set(ids);
    setSaid({ lines: linesOf(outcome, options.sentence), isFailure, about, ...options.after?.(outcome) });
    setBusy(false);
    running.current = false;
  };
  const whenFree = (action: () => Promise<void> | undefined) => () => {
    if (!running.current && ids.length > 0) void action();
  };

  const isFavourite = takes.length > 0 && takes.every(({ favourite }) => favourite);
  const favourite = whenFree(() => {
    const changed = takes.filter((take) => (take.favourite ?? false) === isFavourite).map(({ id }) => id);
    const mark = (some: readonly string[], value: boolean) => {
      const marked = new Set(some);
      cache.patch((take) => (marked.has(take.id) ? { ...take, favourite: value } : take));
    };
    mark(changed, !isFavourite);
    return act(
      { action: isFavourite ? "unfavourite" : "favourite" },
      {
        ids: changed,
        sentence: (count) => t(isFavourite ? "unfavourited" : "favourited", { count }),
        after: ({ gone, unanswered }) => {
          mark([...gone, ...unanswered], isFavourite);
          return {};
        },
      },
    );
  });

  const restore = (some: readonly string[], putBack: () => void) =>
    act(
      { action: "restore" },
      {
        ids: some,
        sentence: (count) => t("restored", { count }),
        after: ({ done, unanswered }) => {
          if (done.length > 0) putBack();
          return { stays: true, ...(unanswered.length > 0 && { undo: () => void restore(some, putBack) }) };
        },
      },
    );
  const trash = whenFree(() =>
    act(
      { action: "trash" },
      {
        ids,
        sentence: (count) => t("trashed", { count }),
        after: ({ done, gone }) => {
          const putBack = cache.remove([...done, ...gone]);
          return done.length > 0 ? { stays: true, undo: () => void restore(done, putBack) } : {};
        },
      },
    ),
  );

  const collect = ({ id, name }: Pick<WireCollection, "id" | "name">) =>
    whenFree(() =>
      act(
        { action: "addToCollection", collectionId: id },
        { ids, sentence: (count) => t("collected", { count, name }) },
      ),
    )();
  const takeOut = (collectionId: string) =>
    whenFree(() =>
      act(
        { action: "removeFromCollection", collectionId },
        {
          ids,
          sentence: (count) => t("takenOut", { count }),
          after: ({ done }) => {
            cache.leave(done);
            return { stays: done.length > 0 };
          },
        },
      ),
    )();

  const isSaid = said && (said.stays || (ids.length > 0 && ids.every((id) => said.about.has(id))));
  return {
    busy,
    said: isSaid ? said : undefined,
    say: (text: string) => setSaid({ lines: [text], isFailure: true, about: new Set(ids) }),
    dismiss: () => setSaid(undefined),
    isFavourite,
    favourite,
    trash,
    collect,
    takeOut,
  };
}
