// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { useSubmitAgain } from "./use-submit-again";

const OLD = {
  id: "old",
  modelId: "maker/model",
  input: { prompt: "a fox" },
  upstream: "runcomfy",
} as unknown as WireJob;

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A page that submits old takes again; the studio answers in the order of `answers`, and `ids` says what it was asked. */
function openPage(ids: string[], ...answers: Response[]) {
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    ids.push(JSON.parse(String(init.body)).clientRequestId);
    return answers.shift() ?? Response.json({ job: { id: `new-${ids.length}` } });
  });
  const sent: string[] = [];
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useSubmitAgain((id) => void sent.push(id)), { wrapper });
  return { again: (job = OLD) => result.current(job), sent };
}

it("a take whose answer was lost is made under the same id once the session is back, also over a reload", async () => {
  const ids: string[] = [];
  const page = openPage(ids, Response.json({}, { status: 502 }), Response.json({}, { status: 401 }));
  await expect(page.again()).rejects.toMatchObject({ status: 502 });
  await expect(page.again()).rejects.toMatchObject({ status: 401 });
  cleanup();
  const reloaded = openPage(ids);
  await reloaded.again();
  expect(reloaded.sent).toEqual(["new-3"]);
  await reloaded.again();
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(ids[3]).not.toBe(ids[0]);
});

it("each of two takes whose answers were lost keeps its own id", async () => {
  const ids: string[] = [];
  const page = openPage(ids, Response.json({}, { status: 502 }), Response.json({}, { status: 502 }));
  const other = { ...OLD, id: "other" };
  await expect(page.again()).rejects.toMatchObject({ status: 502 });
  await expect(page.again(other)).rejects.toMatchObject({ status: 502 });
  await page.again();
  await page.again(other);
  expect(ids.slice(2)).toEqual(ids.slice(0, 2));
  expect(ids[0]).not.toBe(ids[1]);
});
