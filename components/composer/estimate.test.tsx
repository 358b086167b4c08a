// @vitest-environment happy-dom
import { act, cleanup, configure, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { WireModel } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import { Composer } from "./composer";
import { startStore } from "./start-composition";

const DAY_MS = 86_400_000;
const MODEL: WireModel = {
  id: "maker/model",
  name: "A model",
  summary: "Makes clips.",
  output: "video",
  inputSchema: {},
  example: {},
  fields: [
    { kind: "prompt", name: "prompt", label: "Prompt", required: true, limit: { max: 20, cjkWeight: 1 } },
    { kind: "seed", name: "seed", label: "Seed", required: false, randomValue: 0, default: 0 },
    { kind: "number", name: "duration", label: "Duration", required: false, role: "seconds", default: 5 },
  ],
};
const perSecond = (asOfMs?: number): WireModel["price"] => ({
  usdMicros: 50_000,
  unit: "second",
  ...(asOfMs !== undefined && { asOfMs }),
});

function open(price: WireModel["price"], free = false) {
  const model = { ...MODEL, ...(price && { price }) };
  const store = startStore(model);
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <Composer
        model={model}
        models={[model]}
        store={store}
        free={free}
        send={async () => {}}
        sendGroup={async () => {}}
        onArrive={() => {}}
        onShow={() => {}}
      />
    </IntlProvider>,
  );
  return store;
}
const said = (text: string | RegExp) => screen.findByText(text);

configure({ asyncUtilTimeout: 5000 });
beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("is the base price times the seconds, and follows them", async () => {
  const store = open(perSecond(Date.now() - DAY_MS));
  expect(await said("· ≈ 0.25 USD")).toBeDefined();
  act(() => store.getState().setValue(["duration"], 8));
  expect(await said("· ≈ 0.40 USD")).toBeDefined();
  expect(await said(/^Estimated by the base price of .*\d{4}\.$/)).toBeDefined();
});

it("is the sum of all takes that are asked for", async () => {
  const seeds = { kind: "seeds", count: 3, seeds: "", axes: [] };
  localStorage.setItem(`dailies:variations:${MODEL.id}`, JSON.stringify(seeds));
  open(perSecond(Date.now()));
  expect(await said("· ≈ 0.75 USD")).toBeDefined();
});

it.each([
  ["older than 30 days", perSecond(Date.now() - 31 * DAY_MS), /^Estimated .* older than 30 days\.$/],
  ["of an unknown age", perSecond(), /^Estimated .* unknown age\.$/],
])("says where the price is %s", async (_, price, words) => {
  open(price);
  expect(await said(words)).toBeDefined();
});

it("is unknown without a price, and says no age of one", async () => {
  open(undefined);
  expect(await said("· price unknown")).toBeDefined();
  expect(screen.queryByText(/base price/)).toBeNull();
});

it("is not made where takes are free", async () => {
  open(perSecond(Date.now()), true);
  expect(await said(/Free in the sandbox/)).toBeDefined();
  expect(screen.queryByText(/≈|base price/)).toBeNull();
});
