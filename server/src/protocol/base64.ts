/** Bytes as base64, because messages contain only text. */

export function toBase64(bytes: Uint8Array): string {
  let units = '';
  // In parts, because a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(units);
}

/** Throws if the content is not base64. */
export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
}
