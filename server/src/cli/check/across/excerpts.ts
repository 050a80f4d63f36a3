/** The text around findings in parts that are no longer in memory. */
import type { Span } from '../../../core/span';
import { partText } from '../../reading/origin';
import { type Excerpt, excerptOf } from '../report';
import type { ReadPart } from './comparedArticle';
import type { KnownFile } from './knownFiles';
import { PartReader } from './partReader';

export class Excerpts {
  /** The last file and the last part, because findings are asked for in their order. */
  private file: KnownFile | undefined;
  private reader: PartReader | undefined;
  private part: ReadPart | undefined;
  private text = '';

  /** The excerpt for a span of a part; undefined if the file can no longer be read. */
  of(file: KnownFile, part: ReadPart, span: Span): Excerpt | undefined {
    try {
      if (part !== this.part) this.text = this.read(file, part);
      this.part = part;
      return excerptOf(this.text, span);
    } catch {
      this.part = undefined;
      return undefined;
    }
  }

  private read(file: KnownFile, { origin, length }: ReadPart): string {
    if (file !== this.file) {
      this.end();
      this.reader = new PartReader(file);
      this.file = file;
    }
    const bytes = this.reader?.read(origin.byte, length) ?? new Uint8Array();
    return partText(bytes, origin.byte === 0);
  }

  /** Closes the last file. */
  end(): void {
    this.reader?.close();
    this.reader = undefined;
    this.file = undefined;
  }
}
