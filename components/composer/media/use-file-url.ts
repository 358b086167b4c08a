"use client";
import { useEffect, useState } from "react";
import { fileOf } from "./check/kept-files";

/** An address for a tile's file while the studio does not hold it yet; undefined where this page does not have the file. */
export function useFileUrl(key: string, wanted: boolean): string | undefined {
  const [url, setUrl] = useState<string | undefined>();
  useEffect(() => {
    const file = wanted ? fileOf(key) : undefined;
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [key, wanted]);
  return url;
}
