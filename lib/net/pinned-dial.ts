import { buildConnector } from "undici";

export type IpAddress = { address: string; family: number };
/** Connects to one of `addresses`, which stand for the name in `options`. */
export type Dial = (addresses: IpAddress[], options: buildConnector.Options, callback: buildConnector.Callback) => void;

export const CONNECT_TIMEOUT_MS = 10_000;

/** Connects without a look-up of its own; certificates are still checked against the name. */
export const dialPinned: Dial = (addresses, options, callback) => {
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    autoSelectFamily: true,
    lookup: (_hostname, { all }, done) => {
      const [first] = addresses;
      if (all || !first) done(null, addresses);
      else done(null, first.address, first.family);
    },
  });
  connect(options, callback);
};
