"use client";
import { useSyncExternalStore } from "react";

/** What a person has switched on for this browser. */
export type DeviceSetting = "notify" | "sound";

const PREFIX = "dailies:told:";
const ON = "1";
/** For browsers that store nothing: until the page is closed. */
const unstored = new Set<DeviceSetting>();
const listeners = new Set<() => void>();

export function isOn(setting: DeviceSetting): boolean {
  try {
    return localStorage.getItem(PREFIX + setting) === ON;
  } catch {
    return unstored.has(setting);
  }
}

function switchTo(setting: DeviceSetting, on: boolean): void {
  try {
    if (on) localStorage.setItem(PREFIX + setting, ON);
    else localStorage.removeItem(PREFIX + setting);
  } catch {
    if (on) unstored.add(setting);
    else unstored.delete(setting);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The same in all tabs. */
export function useDeviceSetting(setting: DeviceSetting): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => isOn(setting),
    () => false,
  );
  return [on, (next) => switchTo(setting, next)];
}
