import { describe, expect, it } from "vitest";
import { FakeBrowser, FakeStudio, job, settle } from "@/tests/support/watch/fake-browser";

const ids = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

describe("one poll for all tabs", () => {
  it("asks once a second for three tabs, and tells all of them", async () => {
    const browser = new FakeBrowser();
    const tabs = [await browser.open(), await browser.open(), await browser.open()];
    browser.studio.put(job("1"));
    tabs[0]?.watcher.follow(["1"]);
    await settle();
    const before = browser.studio.lists;
    await browser.pass(5000);
    expect(browser.studio.lists - before).toBe(5);
    for (const { told } of tabs) expect(ids(told.at(-1)?.active ?? [])).toEqual(["1"]);
  });

  it("wakes at once for a take that another tab has sent", async () => {
    const browser = new FakeBrowser();
    const sender = await browser.open();
    const leader = await browser.open();
    browser.studio.put(job("1"));
    sender.watcher.follow(["1"]);
    await settle();
    expect(leader.leads).toBe(true);
    expect(ids(sender.told.at(-1)?.active ?? [])).toEqual(["1"]);
  });

  it("looks seldom while nothing goes on, and not at all while no tab is visible", async () => {
    const browser = new FakeBrowser();
    const tab = await browser.open();
    const before = browser.studio.lists;
    await browser.pass(60_000);
    expect(browser.studio.lists - before).toBe(4);
    await tab.turn(false);
    await browser.pass(15_000);
    const hidden = browser.studio.lists;
    await browser.pass(600_000);
    expect(browser.studio.lists).toBe(hidden);
    await tab.turn(true);
    expect(browser.studio.lists).toBe(hidden + 1);
  });

  it("goes on in a hidden tab while a take goes on", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tab = await browser.open({ isVisible: false });
    browser.studio.put(job("1", "succeeded"));
    await browser.pass(1000);
    expect(tab.ended).toEqual(["1"]);
  });

  it("shows a take that was started elsewhere", async () => {
    const browser = new FakeBrowser();
    const tab = await browser.open();
    browser.studio.put(job("1"));
    await browser.pass(15_000);
    expect(ids(tab.told.at(-1)?.active ?? [])).toEqual(["1"]);
  });

  it("says nothing while nothing changes", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tab = await browser.open();
    const before = tab.told.length;
    await browser.pass(10_000);
    expect(tab.told.length).toBe(before);
  });
});

describe("the end of a take", () => {
  it("is asked for once and told once in every tab, once of them all as the leader", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"), job("2"));
    const tabs = [await browser.open(), await browser.open({ isVisible: false })];
    browser.studio.put(job("1", "succeeded"));
    await browser.pass(10_000);
    expect(browser.studio.idsAsked).toEqual([["1"]]);
    for (const { ended } of tabs) expect(ended).toEqual(["1"]);
    expect(tabs.flatMap(({ heardAsLeader }) => heardAsLeader)).toEqual(["1"]);
  });

  it("is told of a take that ended before anybody saw it on the list", async () => {
    const browser = new FakeBrowser();
    const tab = await browser.open();
    browser.studio.put(job("1", "failed"));
    tab.watcher.follow(["1"]);
    await settle();
    expect(tab.ended).toEqual(["1"]);
  });

  it("is told again when the take went on after it", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tab = await browser.open();
    for (const status of ["failed", "running", "succeeded"] as const) {
      browser.studio.put(job("1", status));
      tab.watcher.look();
      await browser.pass(15_000);
    }
    expect(tab.ended).toEqual(["1", "1"]);
  });

  it("is not made up for a take that is gone, which is asked for once", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tab = await browser.open({ follows: ["1"] });
    browser.studio.jobs.clear();
    await browser.pass(30_000);
    expect(tab.ended).toEqual([]);
    expect(browser.studio.idsAsked).toEqual([["1"]]);
  });

  it("is learnt of takes beyond the list's room", async () => {
    const browser = new FakeBrowser(new FakeStudio(2));
    const all = ["1", "2", "3", "4"];
    browser.studio.put(...all.map((id) => job(id)));
    const tab = await browser.open({ follows: all });
    expect(ids(tab.told.at(-1)?.active ?? [])).toEqual(all);
    browser.studio.put(job("4", "succeeded"));
    await browser.pass(1000);
    expect(tab.ended).toEqual(["4"]);
    expect(ids(tab.told.at(-1)?.active ?? [])).toEqual(["1", "2", "3"]);
  });
});

describe("the leader", () => {
  it("is followed by another tab when it is closed", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const other = await browser.open();
    const leader = await browser.open();
    expect(leader.leads).toBe(true);
    await leader.close();
    expect(other.leads).toBe(true);
    browser.studio.put(job("1", "succeeded"));
    await browser.pass(1000);
    expect(other.ended).toEqual(["1"]);
    expect(other.heardAsLeader).toEqual(["1"]);
  });

  it("learns from the other tabs what goes on", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const old = await browser.open();
    browser.studio.put(job("1", "succeeded"));
    const fresh = await browser.open();
    await settle();
    expect(fresh.leads).toBe(true);
    expect(old.ended).toEqual(["1"]);
  });

  it("is the visible tab", async () => {
    const browser = new FakeBrowser();
    const first = await browser.open();
    const second = await browser.open({ isVisible: false });
    expect(first.leads).toBe(true);
    second.isVisible = true;
    await first.turn(false);
    expect(second.leads).toBe(true);
    second.isVisible = false;
    await first.turn(true);
    expect(first.leads).toBe(true);
  });
});

describe("a studio that does not answer", () => {
  it("is asked less and less often, and every tab says so until it answers", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tabs = [await browser.open(), await browser.open()];
    browser.studio.isDown = true;
    const before = browser.studio.lists;
    await browser.pass(31_000);
    expect(browser.studio.lists - before).toBe(5);
    expect(tabs.map(({ stale }) => stale)).toEqual([true, true]);
    browser.studio.isDown = false;
    await browser.pass(30_000);
    expect(tabs.map(({ stale }) => stale)).toEqual([false, false]);
  });

  it("loses no end: what it could not be asked is asked again", async () => {
    const browser = new FakeBrowser();
    browser.studio.put(job("1"));
    const tab = await browser.open();
    browser.studio.put(job("1", "succeeded"));
    browser.studio.isDown = true;
    await browser.pass(3000);
    browser.studio.isDown = false;
    await browser.pass(30_000);
    expect(tab.ended).toEqual(["1"]);
  });
});
