import type { IpAddress } from "@/lib/net/pinned-dial";

/** Stands for an address, and for a name, that anybody may reach. */
export const PUBLIC: IpAddress = { address: "93.184.216.34", family: 4 };

export type HostileAddress = { address: string; code: "notPublic" | "badAddress" };

const v4 = (address: string): IpAddress => ({ address, family: 4 });
const v6 = (address: string): IpAddress => ({ address, family: 6 });

/** What a name server that works for the attacker answers. `changes.test` is public when it is asked first, and never again. */
export const NAMES: Record<string, readonly IpAddress[]> = {
  "public.test": [PUBLIC],
  "changes.test": [PUBLIC],
  localhost: [v4("127.0.0.1")],
  "localhost.": [v4("127.0.0.1")],
  "files.localhost": [v6("::1")],
  "localhost.localdomain": [v4("127.0.0.1")],
  "ip6-localhost": [v6("::1")],
  "127.0.0.1.names.test": [v4("127.0.0.1")],
  "7f000001.c0a80001.names.test": [v4("127.0.0.1")],
  "office.test": [v4("192.168.0.1")],
  "ten.test": [v4("10.0.0.1")],
  "unspecified.test": [v4("0.0.0.0")],
  "unspecified-v6.test": [v6("::")],
  "v6.test": [v6("::1")],
  "unique-local.test": [v6("fd12:3456::1")],
  "mapped.test": [v6("::ffff:7f00:1")],
  "nat64.test": [v6("64:ff9b::7f00:1")],
  "zone.test": [v6("fe80::1%lo")],
  "metadata.google.internal": [v4("169.254.169.254")],
  "instance-data.ec2.internal": [v6("fd00:ec2::254")],
  // As it comes out behind a chain of other names.
  "alias-of-localhost.test": [v4("127.0.0.1")],
  "public-then-private.test": [PUBLIC, v4("127.0.0.1")],
  "private-then-public.test": [v4("127.0.0.1"), PUBLIC],
  "both-families.test": [PUBLIC, v6("::1")],
  "last-of-many.test": [...Array.from({ length: 999 }, () => PUBLIC), v4("127.0.0.1")],
  "nothing.test": [],
  "no-address.test": [v4("localhost")],
  "spelled.test": [v4("0x7f.1")],
};

const INSIDE_HOSTS = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.255.0.1", "127.0.0.1.", "2130706433", "0x7f000001", "0X7F000001", "0x7f.1"],
  ...["0x7f.0x0.0x0.0x1", "017700000001", "0177.0.0.1", "0177.0.0.01", "127.0.0.0x1", "00000000177.0.0.1", "127.0x1"],
  ...["0", "0.0.0.0", "0x0", "00", "0.1.2.3", "%31%32%37.0.0.1", "127%2e0%2e0%2e1", "①②⑦.⓪.⓪.①", "１２７.０.０.１"],
  ...["127。0。0。1", "127．0．0．1", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "127.0.0.1%E3%80%82"],
  ...["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]", "[::ffff:0:0]"],
  ...["[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]"],
  ...[
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2002:c0a8:1::1]",
    "[2001:0:0:0:0:0:80ff:fffe]",
    "[2606:4700::5efe:7f00:1]",
  ],
  ...[
    "10.0.0.1",
    "10.255.255.255",
    "012.0.0.1",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.1.1",
    "0xc0a80101",
    "3232235777",
  ],
  ...["100.64.0.1", "100.127.255.254", "198.18.0.1", "192.0.2.1", "198.51.100.7", "203.0.113.9", "192.88.99.1"],
  ...[
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "[ff02::1]",
    "[ff05::2]",
    "[100::1]",
    "[2001:db8::1]",
  ],
  ...[
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[fdff:ffff::1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:192.168.0.1]",
    "[3fff::1]",
  ],
];

const METADATA_HOSTS = [
  ...["169.254.169.254", "169.254.43518", "2852039166", "0xa9fea9fe", "0xA9.0xFE.0xA9.0xFE", "0251.0376.0251.0376"],
  ...[
    "025177524776",
    "169.16689662",
    "①⑥⑨.②⑤④.①⑥⑨.②⑤④",
    "169.254.169.254.",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
  ],
  ...["[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[fd00:ec2::254]", "[fd00:ec2:0:0:0:0:0:254]", "[fe80::a9fe:a9fe]"],
  ...["169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16", "[fd20:ce::254]"],
];

/** Names that only look like others: letters in circles, full width, capitals, and what nobody sees. */
const NAME_SPELLINGS = [
  "LOCALHOST",
  "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
  "ｌｏｃａｌｈｏｓｔ",
  "locaⅼhost",
  "lo\u00adcalhost",
  "localhos\u200bt",
  "Localhost%2e",
];

const PUBLIC_NAMES = new Set(["public.test", "changes.test"]);
const hosts = [
  ...INSIDE_HOSTS,
  ...METADATA_HOSTS,
  ...NAME_SPELLINGS,
  ...Object.keys(NAMES).filter((name) => !PUBLIC_NAMES.has(name)),
];

/** `{port}` is the port at which somebody listens. */
const TRICKS: readonly HostileAddress[] = [
  ...[
    "https:\\\\127.0.0.1:{port}\\",
    "https:127.0.0.1:{port}/",
    "https:///127.0.0.1:{port}/",
    "https:/\\/127.0.0.1:{port}",
    "https://127.0.0.1:{port}\\@public.test/",
    "https://127.0.0.1:{port}#@public.test/",
    "https://127.0.0.1:{port}?@public.test/",
    "  https://127.0.0.1:{port}/  ",
    "ht\ttps://127.0.0.1:{port}/",
    "https://127.0\n.0.1:{port}/",
    "https://127.0.0.1\r\n:{port}/",
    "HTTPS://127.0.0.1:{port}/",
  ].map((address): HostileAddress => ({ address, code: "notPublic" })),
  ...[
    "https://public.test@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}@public.test/",
    "https://:secret@public.test/",
    "https://public.test:443@127.0.0.1:{port}/",
    "https://public.test%40127.0.0.1:{port}/",
    "https://public.test%00.127.0.0.1/",
    "https://public.test%0d%0a127.0.0.1/",
    "https://127.0.0.1 .public.test/",
    "https://[fe80::1%25lo]:{port}/",
    "https://[::1/",
    "https://[::1]]/",
    "https://127.0.0.256/",
    "https://0x7f.0.0.0.1/",
    "https://99999999999/",
    "https://public.test:99999/",
    "https://public.test:-1/",
    "http://127.0.0.1:{port}/",
    "http://[::1]:{port}/",
    "http://public.test/",
    "http://169.254.169.254/latest/meta-data/",
    "ws://127.0.0.1:{port}/",
    "wss://public.test/",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_SET%20x%201",
    "dict://127.0.0.1:{port}/stat",
    "ldap://127.0.0.1:{port}/",
    "tftp://127.0.0.1:{port}/x",
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "jar:https://public.test/x.jar!/",
    "blob:https://public.test/0b7d",
    "data:text/html,<script>",
    "javascript:alert(1)",
    "about:blank",
    "view-source:https://127.0.0.1:{port}/",
    "unix:/var/run/docker.sock",
    "netdoc:///etc/passwd",
    "concat:https://public.test|file:///etc/passwd",
    "//127.0.0.1:{port}/",
    "/etc/passwd",
    "127.0.0.1:{port}",
    "https:",
    "https://",
    "",
    ...[21, 22, 23, 25, 53, 80, 110, 445, 587, 2049, 2375, 3306, 5432, 6379, 9200, 11211, 27017].map(
      (port) => `https://public.test:${port}/`,
    ),
  ].map((address): HostileAddress => ({ address, code: "badAddress" })),
];

export const HOSTILE_ADDRESSES: readonly HostileAddress[] = [
  ...hosts.map((host): HostileAddress => ({ address: `https://${host}:{port}/`, code: "notPublic" })),
  { address: "https://127.0.0.1/", code: "notPublic" },
  { address: "https://127.0.0.1:6379/", code: "notPublic" },
  { address: "https://[::1]:22/", code: "notPublic" },
  ...TRICKS,
];
