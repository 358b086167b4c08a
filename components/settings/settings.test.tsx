// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireAccount } from "@/lib/api/account-contract";
import type { WireExportSize } from "@/lib/api/export-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { AboutPart } from "./about";
import { ExportPart } from "./export";
import { ServicePart } from "./service";

const PAID: WireAccount = {
  upstream: "runcomfy",
  host: "model-api.runcomfy.net",
  key: "accepted",
  balanceMicros: 12_300_000,
  askedAt: "2026-11-21T20:00:00.000Z",
};
const SANDBOX: WireAccount = { upstream: "sandbox", host: null, key: "missing", askedAt: null };
const SIZE: WireExportSize = { takes: 184, inTrash: 3, uploads: 1, bytes: 1_200_000_000 };

/** `answers` are what the studio says, one a request; undefined for none. Gives the addresses that were asked. */
function open(children: ReactNode, ...answers: (object | undefined)[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const answer = answers.shift();
    return answer ? Response.json(answer) : new Response("", { status: 500 });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </IntlProvider>,
  );
  return asked;
}
const beside = (name: string) => screen.getByText(name, { exact: true }).nextElementSibling?.textContent;
const tryAgain = async () =>
  userEvent.click(within(await screen.findByRole("alert")).getByRole("button", { name: "Try again" }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the service in the settings", () => {
  it("says whom the studio speaks to, what is left there and when that was asked", async () => {
    open(<ServicePart />, PAID);
    expect(await screen.findByText("The service takes the key.")).toBeTruthy();
    expect(["Address", "Balance"].map(beside)).toEqual(["model-api.runcomfy.net", "12.30 USD"]);
    expect(beside("Last asked")).toContain("2026");
  });

  it("asks the service anew when that is pressed for", async () => {
    const asked = open(<ServicePart />, PAID, { ...PAID, key: "refused", balanceMicros: undefined });
    await userEvent.click(await screen.findByRole("button", { name: "Check again" }));
    expect(await screen.findByText(/The service refuses the key/)).toBeTruthy();
    expect([asked, beside("Balance")]).toEqual([["/api/account", "/api/account?anew=1"], "Not told"]);
  });

  it("says what the sandbox is, and which line of which file sets a key", async () => {
    open(<ServicePart />, SANDBOX);
    expect(await screen.findByText(/costs nothing, and nothing leaves the machine/)).toBeTruthy();
    expect([screen.getByText(/file .env/), screen.getByText("RUNCOMFY_API_KEY=…")]).toHaveLength(2);
    expect(screen.queryByRole("button", { name: "Check again" })).toBeNull();
  });

  it("says that it could not be read, and reads it again", async () => {
    open(<ServicePart />, undefined, SANDBOX);
    await tryAgain();
    expect(await screen.findByText(/No key is set/)).toBeTruthy();
  });
});

describe("the export in the settings", () => {
  it("says how much it is before it is begun, and that it goes on", async () => {
    open(<ExportPart />, SIZE);
    expect(await screen.findByText("About 1.2 GB: 184 takes, 3 of them in the trash, and 1 upload.")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Export everything" });
    expect(link.getAttribute("href")).toBe("/api/export");
    link.addEventListener("click", (event) => event.preventDefault());
    await userEvent.click(link);
    expect(screen.getByRole("status").textContent).toContain("saves the file while it is made");
  });

  it("says so where an answer comes that is no file", async () => {
    open(<ExportPart />, SIZE);
    const link = screen.getByRole("link", { name: "Export everything" });
    link.addEventListener("click", (event) => event.preventDefault());
    await userEvent.click(link);
    fireEvent.load(screen.getByTitle("Export everything"));
    expect(await screen.findByText(/did not begin/)).toBeTruthy();
  });

  it("says what an empty studio's would hold", async () => {
    open(<ExportPart />, { takes: 0, inTrash: 0, uploads: 0, bytes: 0 });
    expect(await screen.findByText(/no takes and no uploads yet/)).toBeTruthy();
  });

  it("says where its size could not be read, and reads it again", async () => {
    open(<ExportPart />, undefined, SIZE);
    await tryAgain();
    expect(await screen.findByText(/About 1.2 GB/)).toBeTruthy();
  });
});

it("names the version, and the licence and documents also where that cannot be read", async () => {
  open(<AboutPart />, undefined, { status: "ok", version: "0.1.0" });
  expect([beside("Licence"), await screen.findByRole("alert")]).toHaveLength(2);
  await tryAgain();
  await screen.findByText("Version");
  expect(beside("Version")).toBe("Dailies 0.1.0");
});
