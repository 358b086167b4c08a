import { buttonClass } from "@/components/ui/button";
import type { Translator } from "@/lib/i18n/translator";
import type { PublicTake } from "@/lib/shares/public-view";
import { SharedMedia } from "./shared-media";

/** One take with what its owner chose to show. */
export function SharedTake({ take, title, t }: { take: PublicTake; title: string; t: Translator }) {
  const { letter, outputs, texts = [], settings = [], references = [] } = take;
  const name = letter === undefined ? title : t("shares.takeLetter", { letter });
  const Heading = letter === undefined ? "h2" : "h3";
  const heading = "font-medium text-quiet text-sm";
  return (
    <article className="flex min-w-0 flex-col gap-4">
      {letter === undefined ? null : <h2 className="font-medium text-base">{name}</h2>}
      {outputs.map((output) => (
        <div key={output.url} className="flex flex-col items-start gap-2">
          <SharedMedia media={output} label={name} t={t} />
          {output.downloadUrl === undefined ? null : (
            <a href={output.downloadUrl} download className={buttonClass("plain")}>
              {t("shares.download")}
            </a>
          )}
        </div>
      ))}
      {texts.map(({ label, value }) => (
        <section key={label} className="flex max-w-[72ch] flex-col gap-1">
          <Heading className={heading}>{label}</Heading>
          <p className="whitespace-pre-wrap break-words">{value}</p>
        </section>
      ))}
      {settings.length > 0 ? (
        <section className="flex flex-col gap-1">
          <Heading className={heading}>{t("shares.settings")}</Heading>
          <dl className="grid max-w-[72ch] grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            {settings.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-quiet">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {references.length > 0 ? (
        <section className="flex flex-col gap-1">
          <Heading className={heading}>{t("shares.references")}</Heading>
          <ul className="flex flex-wrap gap-3">
            {references.map((reference) => (
              <li key={reference.url} className="flex max-w-44 flex-col gap-1 text-quiet text-xs">
                <SharedMedia media={reference} label={reference.label} t={t} small />
                {reference.label}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
