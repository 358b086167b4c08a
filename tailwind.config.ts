import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;

export default {
  content: [],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#ffffff",
      black: "#000000",
      ground: token("ground"),
      panel: token("panel"),
      raised: token("raised"),
      well: token("well"),
      stage: token("stage"),
      line: token("line"),
      edge: token("edge"),
      text: token("text"),
      quiet: token("quiet"),
      accent: token("accent"),
      "accent-soft": token("accent-soft"),
      "on-accent": token("on-accent"),
      waiting: token("waiting"),
      running: token("accent"),
      done: token("done"),
      failed: token("failed"),
      unsure: token("unsure"),
    },
    borderRadius: { none: "0", sm: "4px", DEFAULT: "6px", card: "10px", full: "999px" },
    fontSize: {
      xs: ["12px", "16px"],
      sm: ["13px", "20px"],
      base: ["14px", "22px"],
      lg: ["16px", "24px"],
      xl: ["20px", "28px"],
    },
    fontFamily: { sans: token("font-sans"), mono: token("font-mono") },
    boxShadow: { none: "none", float: token("shadow-float") },
    // All in one unit: `max-…` is made of nothing else.
    screens: { sm: "640px", md: "900px", lg: "1200px", xl: "1280px" },
  },
} satisfies Config;
