/** Encodings in which offices export answers. */
export type ResponseEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";

/** The encoding that the first bytes of a file show: by their byte order mark, or by a zero beside the first letter. */
export function shownEncoding(bytes: Uint8Array): { readonly encoding: ResponseEncoding | undefined; readonly mark: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (first !== undefined && first !== 0 && second === 0) return { encoding: "utf-16le", mark: 0 };
  if (first === 0 && second !== undefined && second !== 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: undefined, mark: 0 };
}

/** Reads fields in one encoding, which the first field that is not ASCII decides unless it is known. */
export interface FieldText {
  /** The text, composed (NFC), without blanks at its ends; `undefined` where the bytes are none in this encoding. */
  readonly read: (bytes: Uint8Array, from: number, to: number) => string | undefined;
  /** `undefined` as long as all was ASCII. */
  readonly encoding: () => "utf-8" | "windows-1258" | undefined;
}

export function fieldText(stated: "utf-8" | "windows-1258" | undefined): FieldText {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const vietnamese = new TextDecoder("windows-1258");
  let encoding = stated;
  const utf8 = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
  return {
    encoding: () => encoding,
    read: (bytes, from, to) => {
      const field = bytes.subarray(from, to);
      // Vietnamese letters in windows-1258 do not come in the pairs that UTF-8 asks for, so one field is enough to tell.
      if (encoding === undefined && field.some((byte) => byte > 127)) encoding = utf8(field) === undefined ? "windows-1258" : "utf-8";
      const text = encoding === "windows-1258" ? vietnamese.decode(field) : utf8(field);
      return text?.normalize("NFC").trim();
    },
  };
}
