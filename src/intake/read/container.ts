/** What a file is, by its first bytes; never by its name. */
export type Container =
  | { readonly kind: "text" | "gzip" | "zip" | "ole" }
  | { readonly kind: "other"; readonly what: string };

/** Recognises a container by magic bytes; what has none is taken for text until shown otherwise. */
export function containerOf(head: Uint8Array): Container {
  for (const { magic, container } of MAGICS) {
    if (magic.every((byte, i) => head[i] === byte)) return container;
  }
  return { kind: "text" };
}

const MAGICS: readonly { readonly magic: readonly number[]; readonly container: Container }[] = [
  { magic: [0x1f, 0x8b], container: { kind: "gzip" } },
  { magic: [0x50, 0x4b, 0x03, 0x04], container: { kind: "zip" } },
  { magic: [0x50, 0x4b, 0x05, 0x06], container: { kind: "zip" } },
  { magic: [0x50, 0x4b, 0x07, 0x08], container: { kind: "zip" } },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], container: { kind: "ole" } },
  { magic: [0x25, 0x50, 0x44, 0x46], container: { kind: "other", what: "a PDF" } },
  { magic: [0x89, 0x50, 0x4e, 0x47], container: { kind: "other", what: "a PNG picture" } },
  { magic: [0xff, 0xd8, 0xff], container: { kind: "other", what: "a JPEG picture" } },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], container: { kind: "other", what: "a 7-Zip file" } },
  { magic: [0x52, 0x61, 0x72, 0x21], container: { kind: "other", what: "a RAR file" } },
  { magic: [0x42, 0x5a, 0x68], container: { kind: "other", what: "a bzip2 file" } },
  { magic: [0xfd, 0x37, 0x7a, 0x58], container: { kind: "other", what: "an xz file" } },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], container: { kind: "other", what: "a Zstandard file" } },
  { magic: [0x50, 0x41, 0x52, 0x31], container: { kind: "other", what: "a Parquet file" } },
];
