"use client";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { useCopy } from "@/components/ui/use-copy";
import { detailOf } from "@/lib/api/client";
import { settingsApi } from "@/lib/api/settings-client";

const SCOPES = ["read", "submit"] as const;
const MAX_NAME = 100;
const FIELD = `${CONTROL_CLASS} min-h-8 [@media(pointer:coarse)]:min-h-[44px]`;

/** Makes a token; its word is shown here once. */
export function NewToken({ onMade }: { onMade: () => Promise<unknown> }) {
  const t = useTranslations("access");
  const [name, setName] = useState("");
  const [scope, setScope] = useState<(typeof SCOPES)[number]>("read");
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState<string>();
  const isMaking = useRef(false);
  const id = useId();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking.current) return;
    if (name.trim() === "") return setProblem(t("nameMissing"));
    isMaking.current = true;
    setProblem(undefined);
    try {
      setWord((await settingsApi.addToken({ name, scope })).word);
      setName("");
      await onMade();
    } catch (error) {
      setProblem(detailOf(error) ?? t("failed"));
    } finally {
      isMaking.current = false;
    }
  };
  return (
    <>
      <form onSubmit={make} className="flex flex-wrap items-end gap-2">
        <span className="flex min-w-0 grow basis-40 flex-col gap-1">
          <label htmlFor={`${id}-name`}>{t("tokenName")}</label>
          <input
            id={`${id}-name`}
            value={name}
            maxLength={MAX_NAME}
            onChange={({ target }) => setName(target.value)}
            aria-invalid={problem !== undefined || undefined}
            aria-describedby={problem && `${id}-problem`}
            className={FIELD}
          />
        </span>
        <span className="flex flex-col gap-1">
          <label htmlFor={`${id}-scope`}>{t("scope")}</label>
          <select
            id={`${id}-scope`}
            value={scope}
            onChange={({ target }) => setScope(target.value === "submit" ? "submit" : "read")}
            className={`${FIELD} w-auto!`}
          >
            {SCOPES.map((each) => (
              <option key={each} value={each}>
                {t(`scopes.${each}`)}
              </option>
            ))}
          </select>
        </span>
        <Button type="submit">{t("makeToken")}</Button>
      </form>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-failed">
          {problem}
        </p>
      ) : null}
      {word ? <MadeWord key={word} word={word} /> : null}
    </>
  );
}

function MadeWord({ word }: { word: string }) {
  const t = useTranslations("access");
  const field = useRef<HTMLInputElement>(null);
  const { said, copy } = useCopy(word, field);
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id}>{t("word")}</label>
      <span className="flex gap-2">
        <input ref={field} id={id} readOnly value={word} className={`${FIELD} num text-xs`} />
        <Button variant="primary" onClick={() => void copy()}>
          {t("copy")}
        </Button>
      </span>
      <p role="status" className="text-quiet">
        {said ? t(said) : t("shownOnce")}
      </p>
    </div>
  );
}
