import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { GuardedFetchError } from "./guarded-fetch-error";
import { CONNECT_TIMEOUT_MS, type Dial, dialPinned, type IpAddress } from "./pinned-dial";
import { isPublicAddress } from "./public-address";

export type Lookup = (hostname: string) => Promise<IpAddress[]>;

/** As a URL writes them: empty is 443. Behind others stand services that have no business with an address from outside. */
const PORTS = new Set(["", "443", "8443"]);
/** Of a name with more, the first are tried. */
const MAX_DIALLED = 16;

export type GuardedConnectorOptions = {
  /** Origins that may lie anywhere, because the configuration names them. */
  isExempt: (origin: string) => boolean;
  lookup?: Lookup;
  dial?: Dial;
};

/**
 * A connector that reaches public addresses only, on the ports of https. A name is looked up once, every address found is
 * checked, and the socket goes to these addresses and no others, so that a second look-up cannot give something else. Literals
 * are checked here too, because sockets do not look them up.
 */
export function createGuardedConnector({ isExempt, lookup = lookupAll, dial = dialPinned }: GuardedConnectorOptions) {
  const connectAnywhere = buildConnector({ timeout: CONNECT_TIMEOUT_MS });

  const connect: buildConnector.connector = (options, callback) => {
    const { hostname, protocol, host = hostname } = options;
    if (isExempt(`${protocol}//${host}`)) {
      connectAnywhere(options, callback);
      return;
    }
    addressesOf(hostname, lookup).then(
      (addresses) => {
        if (PORTS.has(options.port)) dial(addresses.slice(0, MAX_DIALLED), options, callback);
        else callback(new GuardedFetchError("badAddress", hostname), null);
      },
      (error: Error) => callback(error, null),
    );
  };
  return connect;
}

/** @throws GuardedFetchError `notPublic` where any of the addresses is not public */
async function addressesOf(hostname: string, lookup: Lookup): Promise<IpAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(literal);
  const addresses = family === 0 ? await lookup(hostname) : [{ address: literal, family }];
  const isSafe = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
  if (!isSafe) throw new GuardedFetchError("notPublic", hostname);
  return addresses;
}

function lookupAll(hostname: string): Promise<IpAddress[]> {
  return systemLookup(hostname, { all: true });
}
