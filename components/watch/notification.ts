export type Permission = "granted" | "denied" | "unasked" | "insecure" | "unable";

/** What this browser lets the studio do. */
export function notifyPermission(): Permission {
  if (!window.isSecureContext) return "insecure";
  if (typeof Notification === "undefined") return "unable";
  if (Notification.permission === "default") return "unasked";
  return Notification.permission;
}

export async function askToNotify(): Promise<Permission> {
  if (notifyPermission() === "unasked") await Notification.requestPermission();
  return notifyPermission();
}

/** Whether it was shown; a second one of the same `tag` takes the place of the first. */
export function notify(what: { title: string; text: string; tag: string; onClick?: () => void }): boolean {
  if (notifyPermission() !== "granted") return false;
  try {
    const shown = new Notification(what.title, { body: what.text, tag: what.tag, icon: "/icon.svg" });
    shown.onclick = () => {
      window.focus();
      what.onClick?.();
      shown.close();
    };
    return true;
  } catch {
    // Chrome on Android has the name but wants a service worker, which the studio has none of.
    return false;
  }
}
