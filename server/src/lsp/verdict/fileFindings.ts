/** Faults in the bytes on disk of open documents. They cannot be seen in a document's text. */
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

  /** A document was saved. Resolves to whether its findings have changed. */
  async saved(uri: string): Promise<boolean> {
    const before = JSON.stringify(await this.of(uri));
    this.open(uri);
    return JSON.stringify(await this.of(uri)) !== before;
  }

  close(uri: string): void {
    this.known.delete(uri);
  }

  /** The findings of an open document's file; none for a document that is not open. */
  of(uri: string): Promise<readonly FileFinding[]> | readonly FileFinding[] {
    return this.known.get(uri) ?? [];
  }
}

/** In a fields view, a fault of the bytes is put at the start: the place in the file does not exist in the view. */
function atStartOfView(uri: string, finding: FileFinding): FileFinding {
  return isFieldsView(uri) ? { ...finding, line: 0, character: 0, offset: 0, length: 0 } : finding;
}
