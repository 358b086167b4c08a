import { expect, it, vi } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { probeMedia } from "./probe";

it("a reader that does not start says nothing of the file", async () => {
  const folder = await temporaryFolder();
  const path = await folder.write("clip.mp4", await smallClip());
  // The thread's code is looked for in the working folder.
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(folder.path);
  await expect(probeMedia(path)).rejects.toMatchObject({ code: "unreadableFile", facts: { reason: "notRead" } });
  cwd.mockRestore();
  expect(await probeMedia(path)).toMatchObject({ kind: "video" });
});
