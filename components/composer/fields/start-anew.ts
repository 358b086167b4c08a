"use client";
import { createContext } from "react";

/** Draws a field's widget anew, without what it kept to itself. */
export const StartAnewContext = createContext(() => {});
