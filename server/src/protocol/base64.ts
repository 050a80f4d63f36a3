/** Bytes as they go over the wire: in messages there is only text. */

export function toBase64(bytes: Uint8Array): string {
  let units = '';
  // In pieces, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(units);
}

/** Throws for what is no base64. */
export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
}
