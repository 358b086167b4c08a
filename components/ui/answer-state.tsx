"use client";
import { Button } from "./button";

/** An answer that is on its way, or did not come; nothing where it is there. */
export function AnswerState(props: {
  query: { isPending: boolean; isError: boolean; refetch: () => unknown };
  loading: string;
  failed: string;
  retry: string;
}) {
  if (props.query.isPending) {
    return (
      <p role="status" className="text-quiet">
        {props.loading}
      </p>
    );
  }
  if (!props.query.isError) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 text-failed">
      {props.failed}
      <Button onClick={() => void props.query.refetch()}>{props.retry}</Button>
    </div>
  );
}
