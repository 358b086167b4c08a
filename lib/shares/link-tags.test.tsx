import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { linkTags } from "./link-tags";
import type { PublicShare } from "./public-view";

const HOSTILE = `"><script>alert(1)</script>`;
const ADDRESS = { origin: "https://studio.example", path: "/s/abc", title: `Night ${HOSTILE}` };

function viewOf(kind: "video" | "image", text?: string): PublicShare {
  const mediaType = kind === "video" ? "video/mp4" : "image/png";
  const output = {
    kind,
    mediaType,
    width: 1280,
    height: 720,
    durationMs: null,
    url: "/s/abc/file",
    posterUrl: "/s/abc/poster",
  };
  return {
    title: null,
    takes: [{ outputs: [output], ...(text !== undefined && { texts: [{ label: "Prompt", value: text }] }) }],
  };
}

function contentsOf(view: PublicShare): Record<string, string> {
  return Object.fromEntries(
    linkTags(view, ADDRESS).map((tag) => ["property" in tag ? tag.property : tag.name, tag.content]),
  );
}

describe("what other programs show of a link", () => {
  it("is a player with a poster for a video, by whole addresses", () => {
    expect(contentsOf(viewOf("video", "a fox"))).toMatchObject({
      "og:description": "a fox",
      "og:image": "https://studio.example/s/abc/poster",
      "og:video": "https://studio.example/s/abc/file",
      "og:video:type": "video/mp4",
      "og:url": "https://studio.example/s/abc",
      "twitter:card": "player",
      "twitter:player": "https://studio.example/s/abc/file",
      "twitter:player:width": "1280",
      "twitter:image": "https://studio.example/s/abc/poster",
    });
  });

  it("is the picture itself for a picture, and no text where none is shown", () => {
    const contents = contentsOf(viewOf("image"));
    expect(contents).toMatchObject({
      "og:image": "https://studio.example/s/abc/file",
      "twitter:card": "summary_large_image",
    });
    expect(Object.keys(contents).filter((key) => /video|player|description/.test(key))).toEqual([]);
  });

  it("is cut to 200 characters, never within one", () => {
    const text = contentsOf(viewOf("video", "🦊".repeat(300)))["og:description"] ?? "";
    expect([...text]).toHaveLength(200);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it("stays text where it looks like markup", () => {
    const html = renderToStaticMarkup(
      linkTags(viewOf("video", HOSTILE), ADDRESS).map((tag) => <meta key={JSON.stringify(tag)} {...tag} />),
    );
    expect(html).not.toContain("<script");
    expect(html).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});
