// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { isOn } from "./device-setting";
import { ToldSettings } from "./told-settings";

type Answer = "granted" | "denied" | "default";

/** A browser's notifications: what it answers when it is asked, and what it was given to show. */
function browserThat(answer: Answer, { canShow = true } = {}) {
  const shown: string[] = [];
  class Notification {
    static permission: Answer = "default";
    static async requestPermission() {
      Notification.permission = answer;
      return answer;
    }
    constructor(title: string) {
      if (!canShow) throw new TypeError("Illegal constructor");
      shown.push(title);
    }
  }
  vi.stubGlobal("Notification", Notification);
  return shown;
}

/** A sound card that plays only if it may. */
function soundThat(state: "running" | "suspended") {
  const notes: number[] = [];
  const gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() };
  class AudioContext {
    state = state;
    currentTime = 0;
    resume = () => new Promise<void>(() => undefined);
    createOscillator = () => ({
      frequency: { value: 0 },
      connect: (to: object) => to,
      start: (at: number) => notes.push(at),
      stop: () => undefined,
    });
    createGain = () => ({ gain, connect: (to: object) => to });
  }
  vi.stubGlobal("AudioContext", AudioContext);
  return notes;
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("isSecureContext", true);
  vi.resetModules();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open() {
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <ToldSettings />
    </IntlProvider>,
  );
  return userEvent.setup();
}

const notifySwitch = () => screen.getByRole<HTMLInputElement>("switch", { name: "Notify me when a take is done" });
const soundSwitch = () => screen.getByRole<HTMLInputElement>("switch", { name: "Play a sound when a take is done" });

describe("notifications", () => {
  it("ask when they are switched on, show how they look, and are kept for this device", async () => {
    const shown = browserThat("granted");
    const user = open();
    expect(notifySwitch().checked).toBe(false);
    await user.click(notifySwitch());
    expect(notifySwitch().checked).toBe(true);
    expect(shown).toHaveLength(1);
    expect(isOn("notify")).toBe(true);
    await user.click(notifySwitch());
    expect(isOn("notify")).toBe(false);
  });

  it.each([
    ["refuses", browserThat.bind(undefined, "denied"), /refuses notifications.*Allow them/],
    ["cannot show any", browserThat.bind(undefined, "granted", { canShow: false }), /shows no notifications/],
  ])("stay off and say why where the browser %s", async (_, browser, reason) => {
    browser();
    const user = open();
    await user.click(notifySwitch());
    expect(notifySwitch().checked).toBe(false);
    expect(isOn("notify")).toBe(false);
    expect(screen.getByText(reason)).toBeTruthy();
  });

  it("say that they need a secure address", () => {
    vi.stubGlobal("isSecureContext", false);
    open();
    expect(screen.getByText(/only from localhost or over https/)).toBeTruthy();
  });
});

describe("the sound", () => {
  it("is switched on and off for this device", async () => {
    const user = open();
    await user.click(soundSwitch());
    expect([soundSwitch().checked, isOn("sound")]).toEqual([true, true]);
    await user.click(soundSwitch());
    expect([soundSwitch().checked, isOn("sound")]).toEqual([false, false]);
  });

  it("is heard on trial, or says that the browser did not play it", async () => {
    const notes = soundThat("suspended");
    const user = open();
    await user.click(screen.getByRole("button", { name: "Try it" }));
    expect(await screen.findByText(/did not play the sound/)).toBeTruthy();
    expect(notes).toEqual([]);
  });
});
