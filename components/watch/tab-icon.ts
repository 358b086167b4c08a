import type { Progress } from "./progress";

const GROUND = "#15171a";
const CALM = "#5c626a";
const ACCENT = "#ffb454";
const DONE = "#3fbf6f";
const FAILED = "#ff6b5e";
/** Of a ring whose length nobody knows. */
const UNKNOWN_ARC = 0.25;

/** The icon of the tab as an address; undefined where there is nothing to show, so that the studio's own stays. */
export function tabIcon(progress: Progress): string | undefined {
  const isActive = progress.rendering + progress.waiting > 0;
  const sign = progress.failed > 0 ? failedSign : progress.done > 0 ? doneSign : "";
  if (!isActive && sign === "") return undefined;
  const middle = isActive ? ring(progress.ring) : slate;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ground}${middle}${sign}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function ring(part: number | undefined): string {
  const arc = Math.round((part ?? UNKNOWN_ARC) * 100);
  const circle = `cx="16" cy="16" r="9" fill="none" stroke-width="5"`;
  const done = `<circle ${circle} stroke="${ACCENT}" pathLength="100" stroke-dasharray="${arc} 100" transform="rotate(-90 16 16)"/>`;
  return `<circle ${circle} stroke="${CALM}"/>${arc > 0 ? done : ""}`;
}

const ground = `<rect width="32" height="32" rx="7" fill="${GROUND}"/>`;
const slate = `<rect x="6" y="8" width="20" height="16" rx="2" fill="${ACCENT}"/><path d="M6 10a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v3H6z" fill="#e9ebee"/>`;
const doneSign = `<circle cx="24" cy="24" r="8" fill="${DONE}"/><path d="m20 24 3 3 5-6" fill="none" stroke="${GROUND}" stroke-width="2.5"/>`;
const failedSign = `<circle cx="24" cy="24" r="8" fill="${FAILED}"/><path d="M24 19v6m0 2v2.5" fill="none" stroke="${GROUND}" stroke-width="3"/>`;
