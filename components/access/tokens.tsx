"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { settingsApi } from "@/lib/api/settings-client";
import { AccessRow } from "./access-row";
import { ListState } from "./list-state";
import { NewToken } from "./new-token";
import { useAccessList } from "./use-access-list";

/** The words by which scripts come in. */
export function Tokens() {
  const t = useTranslations("access");
  const { query, failed, renew, remove } = useAccessList("tokens", {
    read: settingsApi.listTokens,
    remove: settingsApi.removeToken,
  });
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-quiet">{t("tokens")}</h4>
      <ListState query={query} />
      <ul className="flex flex-col gap-1">
        {query.data?.tokens.map(({ id, name, scope, lastUsedAt }) => (
          <AccessRow
            key={id}
            name={name}
            facts={
              <>
                {t(`scopes.${scope}`)}
                {" · "}
                {lastUsedAt ? t.rich("lastUsed", { moment: () => <Moment iso={lastUsedAt} /> }) : t("neverUsed")}
              </>
            }
            failed={failed === id}
          >
            <Button variant="quiet" aria-label={t("removeToken", { name })} onClick={() => void remove(id)}>
              {t("remove")}
            </Button>
          </AccessRow>
        ))}
      </ul>
      <NewToken onMade={renew} />
    </div>
  );
}
