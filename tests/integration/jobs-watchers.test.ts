import { expect, it } from "vitest";
import { openStudio } from "@/tests/support/jobs/open-studio";

/** The requests that upstream got for one job, while so many browsers ask for it and for the list at every moment. */
async function upstreamRequests(watchers: number): Promise<string[]> {
  const studio = await openStudio({ pace: { by: "polls", queued: 0, running: 0 } });
  const { id } = await studio.submit();
  const watch = async () => {
    const asked = Array.from({ length: watchers }, () => [`/api/jobs/${id}`, `/api/jobs?ids=${id}`]).flat();
    await Promise.all(asked.map((path) => studio.call("GET", path)));
  };
  for (let turn = 0; turn < 2; turn++) await Promise.all([watch(), studio.container.tick(), watch()]);
  expect((await studio.container.readJob(id, "en"))?.status).toBe("succeeded");
  return studio.upstream.ledger.requests.map(({ verb }) => verb ?? "");
}

it("asks upstream as often for 10 and 100 watchers as for none", async () => {
  const none = await upstreamRequests(0);
  expect(none).toEqual(["submit", "status", "result", "output"]);
  expect(await upstreamRequests(10)).toEqual(none);
  expect(await upstreamRequests(100)).toEqual(none);
});
