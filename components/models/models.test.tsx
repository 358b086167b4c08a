// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireCatalog, WireCatalogEntry } from "@/lib/api/catalog-contract";
import type { WireImport } from "@/lib/api/import-contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { FieldChange } from "@/lib/schema/field-changes";
import { AddModel } from "./add/add-model";
import { CatalogBrowser } from "./add/catalog-browser";
import { CorrectDialog } from "./correct-dialog";
import { FieldChanges } from "./field-changes";

function page(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return (
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </IntlProvider>
  );
}

function show(children: ReactNode) {
  render(page(children));
  return userEvent.setup();
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("how a form changed", () => {
  it.each<[FieldChange, string]>([
    [changed({ aspect: "default", before: "none", after: "" }), "Starts with nothing instead of none."],
    [changed({ aspect: "default", before: "", after: "none" }), "Starts with none instead of nothing."],
    [changed({ aspect: "limit", before: "", after: "≤ 500" }), "Limit ≤ 500 instead of none."],
    [changed({ aspect: "kind", before: "text", after: "image" }), "Another kind: Text becomes Picture."],
    [changed({ aspect: "kind", before: "images", after: "json" }), "Another kind: Pictures becomes JSON."],
    [{ change: "added", name: "fps", label: "FPS", required: true }, "New, and has to be filled in."],
  ])("is said in words: %j", (change, words) => {
    show(<FieldChanges changes={[change]} />);
    expect(screen.getByText(words)).toBeTruthy();
  });

  function changed(aspect: Extract<FieldChange, { change: "changed" }>["aspects"][number]): FieldChange {
    return { change: "changed", name: "mood", label: "Mood", aspects: [aspect] };
  }
});

const entry = (at: number): WireCatalogEntry => ({
  id: `acme/reel-${at}`,
  name: `Reel ${at}`,
  summary: "Keeps the faces of a picture.",
  kind: "video",
  categories: ["image-to-video", "video"],
  price: { usd: 0.05, unit: "second" },
  isHere: at === 1,
});
const LIST: WireCatalog = {
  models: [entry(1), entry(2)],
  total: 2,
  categories: ["image-to-video", "video"],
  kinds: ["video"],
  upstream: "runcomfy",
  readAt: "2026-11-21T10:00:00.000Z",
  isReading: false,
  skipped: [],
  skippedCount: 0,
  missingCount: 0,
};

/** The studio's answers by method and path; each may be held back until it is let go. */
function serve(answer: (path: string, init: RequestInit) => object | Promise<object>) {
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => Response.json(await answer(path, init)));
}

describe("the service's list", () => {
  it("shows name, id, kind, price and time, and names what cannot be used", async () => {
    const skipped = ["acme/bare", "7"].map((entry) => ({ entry, reason: "noSchema" as const }));
    serve(() => ({ ...LIST, skipped, skippedCount: 62, missingCount: 7 }));
    show(<CatalogBrowser search="" onAdded={() => undefined} />);
    const row = (await screen.findByText("Reel 2")).closest("li");
    if (!row) throw new Error("no row");
    for (const words of ["acme/reel-2", "video · image-to-video", "from $0.05 a second"]) {
      expect(within(row).getByText(words)).toBeTruthy();
    }
    expect(within(row).getByText("Keeps the faces of a picture.").getAttribute("lang")).toBe("en");
    expect(screen.getByText(/Nov 21, 2026/)).toBeTruthy();
    expect(screen.getByText("62 entries of the list cannot be used")).toBeTruthy();
    expect(screen.getByText("acme/bare: no input schema")).toBeTruthy();
    expect(screen.getByText("Entry 7: no input schema")).toBeTruthy();
    expect(screen.getByText("And 60 more.")).toBeTruthy();
    expect(screen.getByText(/^7 models that the service speaks of did not come/)).toBeTruthy();
  });

  it("makes a chosen model usable, and opens one that is there", async () => {
    const onAdded = vi.fn();
    serve((path) => (path === "/api/catalog/acme/reel-2" ? { ids: ["acme/reel-2"] } : LIST));
    const user = show(<CatalogBrowser search="" onAdded={onAdded} />);
    await user.click(await screen.findByRole("button", { name: "Use Reel 2" }));
    await waitFor(() => expect(onAdded).toHaveBeenCalledWith("acme/reel-2"));
    expect(screen.getByRole("link", { name: "Open Reel 1" }).getAttribute("href")).toBe("/models/acme/reel-1");
  });
});

it("what is typed into the list's search before the page takes over is searched for", async () => {
  const asked: string[] = [];
  serve((path) => {
    asked.push(path);
    return LIST;
  });
  const browser = page(<CatalogBrowser search="" onAdded={() => undefined} />);
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(browser);
  const box = within(container).getByRole<HTMLInputElement>("searchbox");
  box.value = "reel";
  render(browser, { container, hydrate: true });
  await waitFor(() => expect(asked.some((path) => path.includes("q=reel"))).toBe(true));
  expect(box.value).toBe("reel");
});

const previewOf = (id: string, kind: "text" | "image" | "video" = "text"): WireImport["models"][number] => {
  const base = { name: "face", label: "얼굴", lang: "ko", required: false };
  const fields = [kind === "text" ? { ...base, kind } : { ...base, kind, limits: {} }];
  return {
    modelId: id,
    model: { id, name: `Model ${id}`, summary: id, output: "video", inputSchema: {}, fields, example: {} },
    correctable: { face: ["text", "image", "video"] },
    isGuess: false,
    known: "new",
    changes: [],
  };
};

describe("correcting an added model", () => {
  it.each([
    ["only what its fields are", "", { kinds: { face: "image" } }],
    ["what it is called where that was changed", " 2", { name: "Model acme/reel 2", kinds: { face: "image" } }],
  ])("says %s", async (_what, typed, body) => {
    const { model, correctable, isGuess } = previewOf("acme/reel");
    const at = "2026-11-21T10:00:00.000Z";
    const added = { model, correctable, isGuess, kinds: {}, isShipped: true, isOtherInList: false };
    const sent: unknown[] = [];
    serve((_path, init) => {
      sent.push(JSON.parse(String(init.body)));
      return { model };
    });
    const onSaved = vi.fn();
    const user = show(
      <CorrectDialog added={{ ...added, addedAt: at, updatedAt: at }} onClose={() => undefined} onSaved={onSaved} />,
    );
    if (typed) await user.type(screen.getByRole("textbox", { name: "Name" }), typed);
    await user.selectOptions(screen.getByRole("combobox", { name: "What 얼굴 is" }), "image");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent).toEqual([body]);
  });
});

describe("adding a model", () => {
  const open = (onAdded = vi.fn()) => ({
    user: show(<AddModel search="" onAdded={onAdded} form={(model) => <p>{`The form of ${model.id}`}</p>} />),
    onAdded,
  });

  it("shows a page's own words in their language, and the later of two corrections wins", async () => {
    const held: ((answer: object) => void)[] = [];
    serve((path, init) => {
      if (path.startsWith("/api/catalog")) return LIST;
      const { kinds } = JSON.parse(String(init.body));
      if (!kinds?.face) return { models: [previewOf("acme/reel")], skipped: [] };
      return new Promise((answer) => held.push(answer));
    });
    const { user } = open();
    await user.type(screen.getByRole("textbox", { name: "From a page, a schema or a file" }), "a page");
    await user.click(screen.getByRole("button", { name: "Read it" }));
    const kind = await screen.findByRole<HTMLSelectElement>("combobox", { name: "What 얼굴 is" });
    expect(screen.getByText("얼굴").getAttribute("lang")).toBe("ko");
    await user.selectOptions(kind, "image");
    await user.selectOptions(kind, "video");
    held[1]?.({ models: [previewOf("acme/reel", "video")], skipped: [] });
    await waitFor(() => expect(kind.value).toBe("video"));
    held[0]?.({ models: [previewOf("acme/reel", "image")], skipped: [] });
    await new Promise((resolve) => setTimeout(resolve));
    expect(kind.value).toBe("video");
  });

  it("reads several files at once, names those that are none, and adds the others", async () => {
    const added: string[] = [];
    vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
      if (path.startsWith("/api/catalog")) return Response.json(LIST);
      const { text } = JSON.parse(String(init.body));
      if (text === "letter") return Response.json({ detail: "No model stands in this text." }, { status: 422 });
      if (path.endsWith("/preview")) return Response.json({ models: [previewOf(text)], skipped: [] });
      added.push(text);
      return Response.json({ ids: [text] }, { status: 201 });
    });
    const { user, onAdded } = open();
    const files = ["acme/one", "letter", "acme/two"].map((text) => new File([text], `${text.replace("/", "-")}.txt`));
    await user.upload(screen.getByLabelText("Choose files", { selector: "input" }), files);
    expect(await screen.findByRole("heading", { level: 1, name: "2 models" })).toBeTruthy();
    expect(screen.getByText("letter.txt: No model stands in this text.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add 2 models" }));
    await waitFor(() => expect(onAdded).toHaveBeenCalledWith(["acme/one", "acme/two"]));
    expect(added).toEqual(["acme/one", "acme/two"]);
  });
});
