// @vitest-environment happy-dom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onRouterTransitionStart } from "@/instrumentation-client";
import { useChosen } from "./chosen-take";

vi.mock("next/navigation", () => ({
  usePathname: () => window.location.pathname,
  useSearchParams: () => new URLSearchParams(window.location.search),
}));

const open = () => renderHook(useChosen).result.current;
const address = () => window.location.pathname + window.location.search;

beforeEach(() => window.history.replaceState(null, "", "/models/maker/model?group=g"));
afterEach(cleanup);

it("a choice stands in the address", () => {
  open().chooseTake("t");
  expect(address()).toBe("/models/maker/model?take=t");
});

it("what comes of a take that is sent stands there too", () => {
  open().bringGroup("new");
  expect(address()).toBe("/models/maker/model?group=new");
});

it("an answer leaves the address alone while another page is on its way, and a press does not", () => {
  const { bringTake, bringGroup, chooseTake } = open();
  onRouterTransitionStart("/gallery");
  bringTake("t");
  bringGroup("g2");
  expect(address()).toBe("/models/maker/model?group=g");
  chooseTake("t");
  expect(address()).toBe("/models/maker/model?take=t");
  bringTake("u");
  expect(address()).toBe("/models/maker/model?take=u");
});

it("whoever sets out for the same page stays", () => {
  const { bringTake } = open();
  onRouterTransitionStart("/gallery");
  onRouterTransitionStart("/models/maker/model");
  bringTake("t");
  expect(address()).toBe("/models/maker/model?take=t");
});

it("nothing is chosen where the page is another by now", () => {
  const { chooseTake } = open();
  window.history.replaceState(null, "", "/gallery");
  chooseTake("t");
  expect(address()).toBe("/gallery");
});
