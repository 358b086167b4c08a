"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Cover } from "./cover";
import { NameForm } from "./name-form";
import { useCollections } from "./use-collections";

/** All collections with a mark at those that the take is in; each mark is kept at once. */
export function ChooseCollections(props: {
  isIn: ReadonlySet<string>;
  onChoose: (id: string, chosen: boolean) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations("collections");
  const { query, collections, add } = useCollections();
  const [said, setSaid] = useState<string>();
  const choose = (id: string, name: string, chosen: boolean) =>
    props.onChoose(id, chosen).then(
      () => setSaid(t(chosen ? "added" : "removed", { name })),
      () => setSaid(t("actFailed")),
    );
  const make = async (name: string) => {
    const made = await add(name);
    await choose(made.id, made.name, true);
  };
  return (
    <Dialog title={t("chooseTitle")} closeLabel={t("close")} onClose={props.onClose}>
      <div className="flex flex-col gap-4">
        {query.isPending ? <p className="text-quiet text-sm">{t("loading")}</p> : null}
        {query.isError ? (
          <div role="alert" className="flex items-center gap-3 text-failed text-sm">
            {t("loadFailed")}
            <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
          </div>
        ) : null}
        <ul aria-label={t("label")} className="flex flex-col empty:hidden">
          {collections.map(({ id, name, posterUrls }) => (
            <li key={id}>
              <label className="flex min-h-[44px] items-center gap-3 rounded px-1 py-1 hover:bg-raised">
                <input
                  type="checkbox"
                  checked={props.isIn.has(id)}
                  onChange={(event) => void choose(id, name, event.target.checked)}
                  className="size-4 shrink-0 accent-accent"
                />
                <Cover posterUrls={posterUrls} className="h-8 w-11 shrink-0" />
                <span className="min-w-0 break-words text-sm">{name}</span>
              </label>
            </li>
          ))}
        </ul>
        <p role="status" className="text-quiet text-sm empty:hidden">
          {said}
        </p>
        <details open={query.isSuccess && collections.length === 0}>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm [@media(pointer:coarse)]:min-h-[44px]">
            {t("new")}
          </summary>
          <div className="pt-2">
            <NameForm key={collections.length} action={t("create")} onName={make} />
          </div>
        </details>
      </div>
    </Dialog>
  );
}
