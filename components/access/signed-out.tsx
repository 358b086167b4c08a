"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { SIGNED_OUT_EVENT } from "@/lib/api/client";

/** Says on every page that the session has ended, with the way back to this very page. What was typed stays on the device. */
export function SignedOut() {
  const t = useTranslations("access");
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const onOut = () => setOut(true);
    window.addEventListener(SIGNED_OUT_EVENT, onOut);
    return () => window.removeEventListener(SIGNED_OUT_EVENT, onOut);
  }, []);
  const next = () => location.pathname + location.search;
  return (
    <div role="alert" className="fixed inset-x-0 top-14 z-40 mx-auto w-fit max-w-[calc(100vw-24px)] empty:hidden">
      {isOut ? (
        <div className="flex flex-wrap items-center gap-3 rounded-card bg-raised p-3 text-sm shadow-float">
          <p>{t("signedOut")}</p>
          <a href={`/login?${new URLSearchParams({ next: next() })}`} className={buttonClass("primary")}>
            {t("signIn")}
          </a>
        </div>
      ) : null}
    </div>
  );
}
