"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** A list of who may come in, from which one can be put out; `failed` is the one for which that did not work. */
export function useAccessList<T>(
  name: string,
  list: { read: () => Promise<T>; remove: (id: string) => Promise<void> },
) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["access", name], queryFn: list.read });
  const [failed, setFailed] = useState<string>();
  const renew = () => client.invalidateQueries({ queryKey: ["access", name] });
  const remove = async (id: string) => {
    setFailed(undefined);
    await list.remove(id).catch(() => setFailed(id));
    await renew();
  };
  return { query, failed, renew, remove };
}
