import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address";

describe("isPublicAddress", () => {
  it.each(["1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "2606:4700:4700::1111", "2a00:1450:4001::200e"])(
    "lets %s through",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ["this network", "0.0.0.0", "0.1.2.3"],
    ["loopback", "127.0.0.1", "127.255.255.254", "::1"],
    ["private", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "fc00::1", "fdff::1"],
    ["link-local and metadata", "169.254.169.254", "fe80::1", "fe80::1%eth0", "fd00:ec2::254"],
    ["shared", "100.64.0.1", "100.127.255.255"],
    ["reserved", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1", "255.255.255.255"],
    ["multicast", "224.0.0.1", "239.255.255.255", "ff02::1"],
    ["IPv4 inside IPv6", "::ffff:127.0.0.1", "::ffff:1.1.1.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"],
    ["tunnels", "2002:7f00:1::", "2001:0:53aa:64c:0:0:80ff:fffe"],
    ["ISATAP", "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:10.0.0.1"],
    ["a cloud's own", "168.63.129.16"],
    ["outside 2000::/3", "::", "fec0::1", "100::1", "4000::1", "5f00::1"],
    ["documentation", "2001:db8::1", "3fff::1"],
    ["no address", "", "localhost", "example.com", "127.0.0.1.", "[::1]", "1.1.1.1%eth0", "2606:4700:4700::1111%eth0"],
  ])("refuses %s", (_range, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it("refuses every IPv4 address in its mapped form", () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`)));
  });
});
