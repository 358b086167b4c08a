"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("errorPage");
  return (
    <main id="content" role="alert" className="flex grow flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="text-quiet">{t("text")}</p>
      {error.digest ? <p className="num select-all">{t("number", { number: error.digest })}</p> : null}
      <Button variant="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </main>
  );
}
