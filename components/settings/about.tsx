"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { AnswerState } from "@/components/ui/answer-state";
import { Part } from "@/components/ui/part";
import { settingsApi } from "@/lib/api/settings-client";
import { Row, Rows } from "./rows";

const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];
const SERVICE = "https://www.runcomfy.com";

/** What this is: its version, where to read on, and the licence. */
export function AboutPart() {
  const t = useTranslations("settings");
  const app = useTranslations("app");
  const query = useQuery({
    queryKey: ["version"],
    queryFn: settingsApi.readVersion,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Part id="about" title={t("about")}>
      <AnswerState query={query} loading={t("loading")} failed={t("versionFailed")} retry={t("retry")} />
      <Rows>
        {query.data ? <Row label={t("version")}>{`${app("name")} ${query.data}`}</Row> : null}
        <Row label={t("documents")}>{DOCUMENTS.join(" · ")}</Row>
        <Row label={t("licence")}>{t("licences")}</Row>
        <Row label={t("runcomfy")}>
          <a
            href={SERVICE}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-8 items-center text-accent underline underline-offset-2 [@media(pointer:coarse)]:min-h-[44px]"
          >
            {new URL(SERVICE).host}
          </a>
        </Row>
      </Rows>
      <p className="text-quiet">{t("independent")}</p>
    </Part>
  );
}
