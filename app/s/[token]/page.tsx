import "@/app/_plain/plain.css";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { type Answer, PasswordForm } from "@/app/_plain/password-form";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { getContainer } from "@/lib/server/container";
import { guardHost } from "@/lib/server/guard";
import { visitOf } from "@/lib/server/share-visit";
import { linkTags } from "@/lib/shares/link-tags";
import { SharedTake } from "./shared-take";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Answer> };

/** What the people who have a link see. It works without scripts, and none of its parts runs in the browser. */
export default async function Page({ params, searchParams }: Props) {
  const { token } = await params;
  const request = await headers();
  try {
    guardHost(request);
  } catch {
    notFound();
  }
  const locale = localeOf(request);
  const t = translatorFor(locale);
  const container = await getContainer();
  const found = await container.openShare(visitOf(token, request));
  if (!found) notFound();
  const robots = <meta name="robots" content="noindex, nofollow" />;
  const path = `/s/${encodeURIComponent(token)}`;
  if (found.isLocked) {
    return (
      <>
        <title>{t("shares.lockedTitle")}</title>
        {robots}
        <PasswordForm
          action={`${path}/unlock`}
          title={t("shares.lockedTitle")}
          text={t("shares.lockedText")}
          enter={t("shares.enter")}
          autoComplete="off"
          answer={await searchParams}
          t={t}
        />
      </>
    );
  }
  container.noteShareUse(found, true);
  const view = await container.viewShare(found, token, locale);
  const { takes } = view;
  const title = view.title ?? t("shares.publicTitle", { count: takes.length });
  const tags = linkTags(view, { origin: container.publicOrigin(request), path, title });
  return (
    <>
      <title>{title}</title>
      {robots}
      {tags.map((tag) => (
        <meta key={tag.content + Object.values(tag)[0]} {...tag} />
      ))}
      <main className="mx-auto flex w-full max-w-[1600px] grow flex-col gap-4 p-4 md:p-6">
        <h1 className="break-words font-semibold text-xl">{title}</h1>
        <div className={takes.length > 1 ? "grid gap-6 md:grid-cols-2 xl:grid-cols-3" : "contents"}>
          {takes.map((take) => (
            <SharedTake key={take.letter ?? ""} take={take} title={title} t={t} />
          ))}
        </div>
      </main>
    </>
  );
}
