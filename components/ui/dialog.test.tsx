// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./dialog";

afterEach(cleanup);

/** What is outside of a modal dialog is, for a pointer, the dialog itself. */
it.each([
  ["a click outside closes", { down: "dialog", up: "dialog", closed: 1 }],
  ["a click inside does not close", { down: "textbox", up: "textbox", closed: 0 }],
  ["a selection drawn out of a field does not close", { down: "textbox", up: "dialog", closed: 0 }],
])("%s it", async (_what, { down, up, closed }) => {
  const onClose = vi.fn();
  render(
    <Dialog title="A dialog" closeLabel="Close" onClose={onClose}>
      <input aria-label="A field" />
    </Dialog>,
  );
  const user = userEvent.setup();
  await user.pointer([
    { keys: "[MouseLeft>]", target: screen.getByRole(down) },
    { keys: "[/MouseLeft]", target: screen.getByRole(up) },
  ]);
  expect(onClose).toHaveBeenCalledTimes(closed);
});
