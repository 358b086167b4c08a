// @vitest-environment happy-dom
import { useQuery } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import { Providers } from "./providers";

// Its script is for a page that a server wrote.
vi.mock("next-themes", () => ({ ThemeProvider: ({ children }: { children: ReactNode }) => children }));

afterEach(cleanup);

function Answer({ queryKey, ask }: { queryKey: string[]; ask: () => Promise<string> }) {
  const { data } = useQuery({ queryKey, queryFn: ask, staleTime: Number.POSITIVE_INFINITY });
  return <p>{`${queryKey[0]}: ${data}`}</p>;
}

it("what was answered in one language is asked for anew in another, the gallery's pages too", async () => {
  let spoken: Locale = "en";
  const ask = vi.fn(async () => `in ${spoken}`);
  const page = () => (
    <Providers locale={spoken} messages={messagesFor(spoken)} mode="sandbox" nonce={undefined}>
      <Answer queryKey={["model", "maker/model"]} ask={ask} />
      <Answer queryKey={["gallery", "q=fox"]} ask={ask} />
    </Providers>
  );
  const { rerender } = render(page());
  await screen.findByText("model: in en");
  await screen.findByText("gallery: in en");
  rerender(page());
  expect(ask).toHaveBeenCalledTimes(2);
  spoken = "ko";
  rerender(page());
  await screen.findByText("model: in ko");
  await screen.findByText("gallery: in ko");
  expect(ask).toHaveBeenCalledTimes(4);
});
