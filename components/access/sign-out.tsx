"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { settingsApi } from "@/lib/api/settings-client";

/** Ends this browser's session; drafts stay on the device. */
export function SignOut() {
  const t = useTranslations("access");
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    setFailed(false);
    try {
      await settingsApi.signOut();
      // Everything that this page holds is behind the sign-in now.
      location.assign("/login");
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {failed ? (
        <span role="alert" className="text-failed">
          {t("failed")}
        </span>
      ) : null}
      <Button onClick={() => void signOut()}>{t("signOut")}</Button>
    </span>
  );
}
