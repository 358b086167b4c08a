// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import { JobInputs } from "./job-inputs";

afterEach(cleanup);

it("names a file that a take was made with as the form does, not by its id", () => {
  const job = { input: { image_url: "asset:sample-lead", old_key: 7 } } as unknown as WireJob;
  const fields = [{ name: "image_url", label: "First frame" }] as unknown as Parameters<typeof JobInputs>[0]["fields"];
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <JobInputs job={job} fields={fields} />
    </IntlProvider>,
  );
  expect(screen.getByRole("link", { name: "First frame" }).getAttribute("href")).toBe("/api/assets/sample-lead");
  expect(screen.getAllByRole("term").map(({ textContent }) => textContent)).toEqual(["First frame", "old_key"]);
});

it("begins with the prompt, wherever the form has it", () => {
  const job = { input: { seed: 7, prompt: "a fox" } } as unknown as WireJob;
  const fields = [
    { name: "seed", label: "Seed", kind: "seed" },
    { name: "prompt", label: "Prompt", kind: "prompt" },
  ] as unknown as Parameters<typeof JobInputs>[0]["fields"];
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <JobInputs job={job} fields={fields} />
    </IntlProvider>,
  );
  expect(screen.getAllByRole("term").map(({ textContent }) => textContent)).toEqual(["Prompt", "Seed"]);
});
