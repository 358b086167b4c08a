import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { WireJobList } from "@/lib/api/contract";
import { job } from "@/tests/support/watch/fake-browser";
import { followed } from "./followed";
import { groupJobsQuery } from "./groups";
import { jobQuery, recentJobsQuery } from "./queries";
import { takeIn, withNews } from "./take-in";

const at = (second: number) => ({ createdAt: `2026-01-01T00:00:0${second}.000Z` });
const list = (nextCursor: string | null = "older"): WireJobList => ({
  jobs: [job("5", "queued", at(5)), job("3", "succeeded", at(3))],
  nextCursor,
});
const ids = ({ jobs }: WireJobList) => jobs.map(({ id }) => id);

describe("news of takes in the list of the newest", () => {
  it("renews a take in its place", () => {
    const { jobs } = withNews(list(), [job("5", "running", at(5))]);
    expect(jobs.map(({ id, status }) => [id, status])).toEqual([
      ["5", "running"],
      ["3", "succeeded"],
    ]);
  });

  it.each([
    ["newer: on top", 6, "older", ["6", "5", "3"]],
    ["in between: in between", 4, "older", ["5", "4", "3"]],
    ["older than a list that goes on: on a later page", 2, "older", ["5", "3"]],
    ["older than a whole list: at its end", 2, null, ["5", "3", "2"]],
  ])("puts a take that was started elsewhere at its age, %s", (_, second, cursor, order) => {
    expect(ids(withNews(list(cursor), [job(String(second), "running", at(second))]))).toEqual(order);
  });

  it("waits with takes that it does not know while one is being sent", () => {
    const sending = { ...list(), jobs: [job("pending:a", "submitting", at(7)), ...list().jobs] };
    expect(ids(withNews(sending, [job("7", "queued", at(7))]))).toEqual(["pending:a", "5", "3"]);
  });

  it("changes nothing when the same is told again", () => {
    const take = fc.integer({ min: 0, max: 9 }).map((second) => job(String(second), "running", at(second)));
    fc.assert(
      fc.property(fc.uniqueArray(take, { selector: ({ id }) => id }), (fresh) => {
        const once = withNews(list(), fresh);
        expect(withNews(once, fresh)).toEqual(once);
      }),
    );
  });
});

describe("news of takes in this tab", () => {
  it("reach every list that knows the take, its own entry, and who follows", () => {
    const client = new QueryClient();
    const old = job("5", "queued", at(5));
    client.setQueryData(recentJobsQuery.queryKey, list());
    client.setQueryData(groupJobsQuery("g").queryKey, { jobs: [old], nextCursor: null });
    client.setQueryData(jobQuery("5").queryKey, old);
    const onFresh = vi.fn();
    followed.setState({ followers: [{ ids: [], onFresh }] });
    const done = job("5", "succeeded", at(5));
    takeIn(client, [done, job("9", "running", at(9))]);
    expect(ids(client.getQueryData(recentJobsQuery.queryKey) ?? list())).toEqual(["9", "5", "3"]);
    expect(client.getQueryData(groupJobsQuery("g").queryKey)?.jobs).toEqual([done]);
    expect(client.getQueryData(jobQuery("5").queryKey)).toEqual(done);
    expect(client.getQueryData(jobQuery("9").queryKey)).toBeUndefined();
    expect(onFresh).toHaveBeenCalledOnce();
  });
});
