"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { settingsApi } from "@/lib/api/settings-client";
import { AccessRow } from "./access-row";
import { browserName } from "./browser-name";
import { ListState } from "./list-state";
import { useAccessList } from "./use-access-list";

/** The browsers that are signed in, each of which can be put out. */
export function Sessions() {
  const t = useTranslations("access");
  const { query, failed, remove } = useAccessList("sessions", {
    read: settingsApi.listSessions,
    remove: settingsApi.endSession,
  });
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-quiet">{t("sessions")}</h4>
      <ListState query={query} />
      <ul className="flex flex-col gap-1">
        {query.data?.sessions.map(({ id, agent, isThis, lastUsedAt }) => (
          <AccessRow
            key={id}
            textId={textIdOf(id)}
            name={browserName(agent) ?? t("unknownBrowser")}
            facts={isThis ? t("thisBrowser") : t.rich("lastUsed", { moment: () => <Moment iso={lastUsedAt} /> })}
            failed={failed === id}
          >
            {isThis ? null : (
              <Button variant="quiet" aria-describedby={textIdOf(id)} onClick={() => void remove(id)}>
                {t("endSession")}
              </Button>
            )}
          </AccessRow>
        ))}
      </ul>
    </div>
  );
}

function textIdOf(sessionId: string): string {
  return `session-${sessionId}`;
}
