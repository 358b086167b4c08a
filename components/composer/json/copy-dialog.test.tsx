// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { Field } from "@/lib/schema/field";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { CopyDialog } from "./copy-dialog";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "image", name: "image", label: "Picture", required: false, limits: {} },
];

function open(writeText: ((text: string) => Promise<void>) | undefined) {
  const user = userEvent.setup();
  vi.spyOn(navigator, "clipboard", "get").mockReturnValue({ writeText } as Clipboard);
  const item = { key: "k", name: "lead.png", state: "ready" as const, ref: "asset:1" };
  const store = createCompositionStore(FIELDS, { values: { prompt: "It's" }, media: { image: [item] } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        <CopyDialog modelId="maker/model" onClose={() => {}} />
      </CompositionProvider>
    </IntlProvider>,
  );
  return user;
}
const text = (name: string) => screen.getByRole("textbox", { name }) as HTMLTextAreaElement;
const copy = () => screen.getByRole("button", { name: "Copy" });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the dialog that copies a request", () => {
  it("copies the chosen form, says so, and holds no key", async () => {
    const copied: string[] = [];
    const user = open(async (value) => void copied.push(value));
    await user.click(screen.getByRole("radio", { name: "curl" }));
    await user.click(copy());
    await screen.findByText("Copied.");
    expect(copied).toEqual([text("curl").value]);
    expect(copied[0]).toContain("$RUNCOMFY_API_KEY");
    await user.click(screen.getByRole("radio", { name: "JSON" }));
    expect(screen.queryByText("Copied.")).toBeNull();
    expect(JSON.parse(text("JSON").value)).toEqual({ prompt: "It's", image: "asset:1" });
  });

  it("says which files would have to be published first", () => {
    open(undefined);
    expect(screen.getByText(/^1 file is kept by this studio/)).toBeDefined();
  });

  it("selects the text where there is no clipboard", async () => {
    const user = open(undefined);
    await user.click(copy());
    await screen.findByText(/^Selected/);
    await waitFor(() => expect(document.activeElement).toBe(text("JSON")));
    expect(text("JSON").selectionEnd).toBe(text("JSON").value.length);
  });
});
