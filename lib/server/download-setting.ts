import { cookieValue } from "@/lib/i18n/resolve";
import { DOWNLOADS_COOKIE, PLAIN } from "@/lib/media/download-setting";

/** Whether this reader wants the stored files byte for byte, without settings in them. */
export function wantsPlainFiles(headers: Headers): boolean {
  return cookieValue(headers, DOWNLOADS_COOKIE) === PLAIN;
}
