"use client";
import clsx from "clsx";
import { Plus } from "lucide-react";

/** The last place of a slot: chooses files of this computer, and shows that files can be dropped. */
export function AddTile(props: {
  id: string;
  label: string;
  accept: string;
  multiple: boolean;
  describedBy: string;
  invalid: boolean;
  onFiles: (files: File[]) => void;
}) {
  const takeFrom = (input: HTMLInputElement | null) => {
    if (!input?.files?.length) return;
    props.onFiles([...input.files]);
    input.value = "";
  };
  return (
    <li>
      <label
        className={clsx(
          "flex aspect-[4/5] cursor-pointer flex-col items-center justify-center gap-1 rounded border border-dashed px-1 text-center text-quiet text-xs hover:border-accent hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
          props.invalid ? "border-failed" : "border-edge",
        )}
      >
        <input
          id={props.id}
          type="file"
          className="sr-only"
          multiple={props.multiple}
          accept={props.accept}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid || undefined}
          // Files that were chosen before the page had taken over are there already.
          ref={takeFrom}
          onChange={(event) => takeFrom(event.target)}
        />
        <Plus size={18} aria-hidden />
        {props.label}
      </label>
    </li>
  );
}
