import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one that anybody on the internet may reach: ordinary unicast, and for IPv6 inside 2000::/3. Loopback,
 * private, link-local, shared and reserved ranges are not, nor IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo)
 * or a zone. False for what is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return (
    parsed.kind() === "ipv4" ||
    parsed
      .toByteArray()
      .slice(0, 1)
      .every((byte) => byte >> 5 === 0b001)
  );
}
