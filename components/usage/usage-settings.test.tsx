// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import type { WireUsage } from "@/lib/api/usage-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { UsageSettings } from "./usage-settings";

const MB = 1_000_000;
const STORAGE = { uploads: 200 * MB, takes: 500 * MB, pictures: 40 * MB, samples: 10 * MB, trash: 0, used: 750 * MB };
const REST = { free: 9_000 * MB, database: 12 * MB, folder: "/home/kim/.data" };
const USAGE: WireUsage = {
  storage: { ...STORAGE, quota: 1_000 * MB, ...REST },
  jobs: [{ upstream: "sandbox", inFlight: 1, maxInFlight: 4, waiting: 20, maxWaiting: 500 }],
  limits: { jobs: { max: 1_000, windowS: 3_600, used: 12 }, uploads: { max: 300, windowS: 3_600, used: 3 } },
};

function open(usage: WireUsage | undefined) {
  const answer = () => (usage ? Response.json(usage) : new Response(null, { status: 500 }));
  const fetch = vi.fn(async () => answer());
  vi.stubGlobal("fetch", fetch);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
        <UsageSettings />
      </IntlProvider>
    </QueryClientProvider>,
  );
  return fetch;
}

const valueBeside = (name: string) => screen.getByText(name, { exact: true }).nextElementSibling?.textContent;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says how full the storage is in words and as a meter, and of what", async () => {
  open(USAGE);
  expect(screen.getByRole("status").textContent).toBe("Loading…");
  const meter = await screen.findByRole("meter", { name: "Storage in use" });
  expect(meter.getAttribute("aria-valuenow")).toBe("75");
  expect(meter.getAttribute("aria-valuetext")).toBe("750 MB of 1.0 GB are in use, 250 MB are left.");
  expect(
    ["Takes", "Uploads", "Posters and previews", "Samples", "Trash", "Database", "Free on the disk"].map(valueBeside),
  ).toEqual(["500 MB", "200 MB", "40.0 MB", "10.0 MB", "0 B", "12.0 MB", "9.0 GB"]);
  expect(screen.getByText("/home/kim/.data")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

it("says what is under way, what waits and what this browser has taken, each with its bound", async () => {
  open(USAGE);
  await screen.findByRole("meter");
  expect(valueBeside("Being made in the sandbox")).toBe("1 of 4");
  expect(valueBeside("Waiting for the sandbox")).toBe("20 of 500");
  expect(valueBeside("Takes from this browser in the last hour")).toBe("12 of 1,000");
  expect(valueBeside("Uploads from this browser in the last hour")).toBe("3 of 300");
});

it("says whom to ask where the folder is told to nobody", async () => {
  open({ ...USAGE, storage: { ...USAGE.storage, folder: null } });
  expect(await screen.findByText(/DATA_DIR/)).toBeTruthy();
  expect(screen.queryByText("/home/kim/.data")).toBeNull();
});

it("measures by the disk where there is no quota, and leads to the trash where that would free room", async () => {
  open({ ...USAGE, storage: { ...STORAGE, trash: 250 * MB, used: 1_000 * MB, quota: null, ...REST } });
  const meter = await screen.findByRole("meter");
  expect(meter.getAttribute("aria-valuenow")).toBe("10");
  expect(meter.getAttribute("aria-valuetext")).toBe("1.0 GB are in use, 9.0 GB are free on the disk.");
  expect(screen.getByRole("link", { name: "Open the trash" }).getAttribute("href")).toBe("/gallery/trash");
});

it("says that what is paid for is kept above the quota", async () => {
  open({ ...USAGE, storage: { ...STORAGE, quota: 700 * MB, ...REST } });
  expect((await screen.findByRole("meter")).getAttribute("aria-valuenow")).toBe("100");
  expect(screen.getByText(/a result that is paid for is kept/)).toBeTruthy();
});

it("says that it could not be read, and tries again when asked to", async () => {
  const fetch = open(undefined);
  const alert = await screen.findByRole("alert");
  fetch.mockImplementation(async () => Response.json(USAGE));
  await userEvent.setup().click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("meter")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});
