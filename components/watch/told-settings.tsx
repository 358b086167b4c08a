"use client";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { useDeviceSetting } from "./device-setting";
import { askToNotify, notify, notifyPermission, type Permission } from "./notification";
import { playTone } from "./tone";

/** Why a notification cannot be shown, as the messages name it. */
const REFUSALS = { denied: "notifyDenied", insecure: "notifyInsecure", unable: "notifyUnable" } as const;

/** How else a person wants to be told that a take has ended, on this device. */
export function ToldSettings() {
  return (
    <>
      <NotifySetting />
      <SoundSetting />
    </>
  );
}

function NotifySetting() {
  const t = useTranslations("watch");
  const [on, setOn] = useDeviceSetting("notify");
  const [permission, setPermission] = useState<Permission>(notifyPermission);
  const change = async (wanted: boolean) => {
    if (!wanted) return setOn(false);
    const answer = await askToNotify();
    const isShown = answer === "granted" && notify({ title: t("notify"), text: t("notifyFirst"), tag: "first" });
    setPermission(answer === "granted" && !isShown ? "unable" : answer);
    setOn(isShown);
  };
  const isGranted = permission === "granted" || permission === "unasked";
  return (
    <SettingRow
      label={t("notify")}
      help={t("notifyHelp")}
      checked={on && permission === "granted"}
      onChange={(wanted) => void change(wanted)}
    >
      {isGranted ? "" : t(REFUSALS[permission])}
    </SettingRow>
  );
}

function SoundSetting() {
  const t = useTranslations("watch");
  const [on, setOn] = useDeviceSetting("sound");
  const [isSilent, setSilent] = useState(false);
  const play = async () => setSilent(!(await playTone()));
  return (
    <>
      <SettingRow label={t("sound")} help={t("soundHelp")} checked={on} onChange={setOn}>
        {isSilent ? t("soundRefused") : ""}
      </SettingRow>
      <Button className="self-start" onClick={() => void play()}>
        {t("soundTry")}
      </Button>
    </>
  );
}

function SettingRow(props: {
  label: string;
  help: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  /** What is in the way. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-0.5">
        <label htmlFor={id}>{props.label}</label>
        <p id={`${id}-help`} className="text-quiet">
          {props.help}
        </p>
        <p role="status" className="text-unsure empty:hidden">
          {props.children}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-help`}
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
        className="pointer-coarse:h-[44px]"
      />
    </div>
  );
}
