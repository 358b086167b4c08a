// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/translator";
import { SharedMedia } from "./shared-media";

afterEach(cleanup);

it.each(["video", "audio"] as const)("the player of %s offers a download only where the link does", (kind) => {
  const media = { kind, url: "/s/token/video?take=0" };
  const menus = [media, { ...media, downloadUrl: "/s/token/video?take=0&download=1" }].map((shared, at) => {
    render(<SharedMedia media={shared} label={`file ${at}`} t={translatorFor("en")} />);
    return screen.getByLabelText(`file ${at}`).getAttribute("controlslist");
  });
  expect(menus).toEqual(["nodownload", null]);
});
