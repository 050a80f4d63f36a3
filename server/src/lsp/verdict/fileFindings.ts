/** Faults of the bytes on disk of the documents that are open: no text shows them. */
import { checkBytes, type FileFinding } from '../../core/fileFindings';
import { fileOf, isFieldsView } from '../../protocol';
import type { ReadFile } from '../files';

export class FileFindings {
  private readonly known = new Map<string, Promise<readonly FileFinding[]>>();

  constructor(private readonly read: ReadFile) {}

  /** A document was opened. */
  open(uri: string): void {
    this.known.set(
      uri,
      this.read(fileOf(uri)).then(
        (bytes) => (bytes ? checkBytes(bytes).map((finding) => atStartOfView(uri, finding)) : []),
        () => [],
      ),
    );
  }

  /** A document was saved. Resolves to whether its findings are others now. */
  async saved(uri: string): Promise<boolean> {
    const before = JSON.stringify(await this.of(uri));
    this.open(uri);
    return JSON.stringify(await this.of(uri)) !== before;
  }

  close(uri: string): void {
    this.known.delete(uri);
  }

  /** The findings of an open document's file; none for any other. */
  of(uri: string): Promise<readonly FileFinding[]> | readonly FileFinding[] {
    return this.known.get(uri) ?? [];
  }
}

/** A fault in a file's bytes has no place of its own in the file's fields view. */
function atStartOfView(uri: string, finding: FileFinding): FileFinding {
  return isFieldsView(uri) ? { ...finding, line: 0, character: 0, offset: 0, length: 0 } : finding;
}
