import ipaddr from "ipaddr.js";

/** Ordinary addresses by their range, at which clouds serve each machine its own secrets. */
const METADATA = new Set(["168.63.129.16"]);
/** The third quarter of an IPv6 address that carries an IPv4 one in its last (ISATAP). */
const ISATAP = [0x0000_5efe, 0x0200_5efe];

/**
 * Whether an IP address is one that anybody on the internet may reach: ordinary unicast, and for IPv6 inside 2000::/3. Loopback,
 * private, link-local, shared and reserved ranges are not, nor IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo,
 * ISATAP) or a zone. False for what is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return !METADATA.has(parsed.toString());
  const bytes = Buffer.from(parsed.toByteArray());
  return bytes.readUInt8(0) >> 5 === 0b001 && !ISATAP.includes(bytes.readUInt32BE(8));
}
