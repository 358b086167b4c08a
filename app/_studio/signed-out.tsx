"use client";
import dynamic from "next/dynamic";

/** Only a studio that asks who one is has it, and only once the page is there. */
export const SignedOut = dynamic(() => import("@/components/access/signed-out").then((module) => module.SignedOut), {
  ssr: false,
});
