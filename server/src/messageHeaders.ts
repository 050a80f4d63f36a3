/**
 * Checks the headers of the messages that come over standard input. The library skips what it cannot read: with one wrong length, a server
 * would be silent for ever.
 */

/** A header is a few dozen bytes. */
const LONGEST_HEADER = 1000;

/** The number of bytes of a body. A longer one would not fit into a string. */
const LENGTH = /^content-length: *(\d{1,9}) *\r$/im;

export class MessageHeaders {
  /** What has come of the present header. */
  private header = '';
  /** How many bytes of the present body are still to come. */
  private body = 0;

  /** Takes the next bytes. Gives a sentence if they cannot be read as messages; then nothing that comes later can. */
  take(bytes: Uint8Array): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      const ofBody = Math.min(this.body, bytes.length - at);
      this.body -= ofBody;
      at += ofBody;
      if (at === bytes.length) return undefined;
      this.header += String.fromCharCode(bytes[at++] as number);
      if (!mayBeHeader(this.header)) return unreadable(this.header, bytes.subarray(at));
      if (!this.header.endsWith('\r\n\r\n')) continue;
      const length = LENGTH.exec(this.header)?.[1];
      if (length === undefined) return unreadable(this.header, bytes.subarray(at));
      this.body = Number(length);
      this.header = '';
    }
    return undefined;
  }
}

/** Whether a header may begin like this: with the letter of a name, and without a line end that is only LF. */
function mayBeHeader(beginning: string): boolean {
  return (
    beginning.length <= LONGEST_HEADER &&
    /^[a-z]/i.test(beginning) &&
    !(beginning.endsWith('\n') && !beginning.endsWith('\r\n'))
  );
}

/** The sentence about a header, which shows how it begins, or what comes after its beginning. */
function unreadable(header: string, rest: Uint8Array): string {
  const shown = Buffer.concat([Buffer.from(header, 'latin1'), rest]).subarray(0, 40);
  return (
    `The client sent ${JSON.stringify(shown.toString())} where the header of a message should be. A header is Content-Length with the ` +
    'number of bytes (not characters) of the message, and an empty line; its lines end with CR and LF. The server ends.'
  );
}
