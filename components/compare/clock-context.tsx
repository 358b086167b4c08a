"use client";
import { createContext, use } from "react";
import { useStore } from "zustand";
import type { ClockState, GroupClock } from "./group-clock";

const ClockContext = createContext<GroupClock | undefined>(undefined);
export const ClockProvider = ClockContext.Provider;

export function useClock(): GroupClock {
  const clock = use(ClockContext);
  if (!clock) throw new Error("A comparison's parts stand inside its ClockProvider.");
  return clock;
}

export function useClockState<T>(select: (state: ClockState) => T): T {
  return useStore(useClock().store, select);
}
