/** Brands by what they mean; a file lists its main brand first and then those that it is compatible with. */
const BRANDS: readonly { mediaType: string; brand: RegExp }[] = [
  { mediaType: "image/avif", brand: /^avi[fs]$/ },
  { mediaType: "image/heic", brand: /^(he[iv][cmsx]|hei[cmsx]|mif1|msf1)$/ },
  { mediaType: "audio/mp4", brand: /^M4[AB] $/ },
  { mediaType: "video/quicktime", brand: /^qt {2}$/ },
  {
    mediaType: "video/mp4",
    brand: /^(isom|iso[1-9a-z]|mp4[12v]|avc1|av01|hvc1|hev1|dash|M4V[ HP]|MSNV|f4v |3g[2gp].|mmp4|NDS.)$/,
  },
];

/** Boxes that old QuickTime files begin with instead of `ftyp`. */
const BARE_BOXES = new Set(["moov", "mdat", "wide", "pnot"]);

/**
 * The type of an ISO base media or QuickTime file by its brands, `undefined` where it is none. The main brand decides; where it
 * says nothing, or is one that pictures share (`mif1`), the others do.
 */
export function sniffIsoMedia(bytes: Uint8Array): string | undefined {
  const box = textAt(bytes, 4);
  if (BARE_BOXES.has(box)) return "video/quicktime";
  if (box !== "ftyp") return undefined;
  const brands = brandsOf(bytes);
  const main = typeOfBrand(brands[0]);
  if (main !== undefined && main !== "image/heic") return main;
  const types = brands.map(typeOfBrand);
  return BRANDS.find(({ mediaType }) => types.includes(mediaType))?.mediaType;
}

function typeOfBrand(brand: string | undefined): string | undefined {
  return brand === undefined ? undefined : BRANDS.find((entry) => entry.brand.test(brand))?.mediaType;
}

/** Four bytes each, with a version number in the place of the second. */
function brandsOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = Math.min(view.getUint32(0), bytes.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(textAt(bytes, at));
  return brands;
}

function textAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
