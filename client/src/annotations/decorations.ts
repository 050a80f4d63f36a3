/** Draws what CoreNLP has found: a line under each entity with its type after it, and the index before each sentence. */
import * as vscode from 'vscode';
import type { EntityKind, ShownAnnotations } from '../../../server/src/protocol';

/** The line under each kind of entity. Kinds differ in the form of the line too, because not everybody sees the colours. */
const LINES: Readonly<Record<EntityKind, string>> = {
  person: 'solid',
  place: 'dashed',
  organization: 'double',
  time: 'dotted',
  number: 'dotted',
  other: 'dashed',
};

const KINDS = Object.keys(LINES) as readonly EntityKind[];

export class AnnotationDecorations implements vscode.Disposable {
  private readonly entities = new Map(KINDS.map((kind) => [kind, entityDecoration(kind)]));
  private readonly sentences = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  /** Shows these instead of what was shown in the editor. */
  show(editor: vscode.TextEditor, { sentences, entities }: Pick<ShownAnnotations, 'sentences' | 'entities'>): void {
    for (const [kind, decoration] of this.entities) {
      const own = entities.filter((entity) => entity.kind === kind);
      editor.setDecorations(
        decoration,
        own.map(({ name, range }) => ({ range: rangeOf(range), renderOptions: { after: { contentText: name } } })),
      );
    }
    editor.setDecorations(
      this.sentences,
      sentences.map(({ index, range }) => ({
        range: rangeOf({ start: range.start, end: range.start }),
        renderOptions: { before: { ...BORDER, contentText: String(index) } },
      })),
    );
  }

  clear(editor: vscode.TextEditor): void {
    this.show(editor, { sentences: [], entities: [] });
  }

  dispose(): void {
    for (const decoration of this.entities.values()) decoration.dispose();
    this.sentences.dispose();
  }
}

const SENTENCE_COLOR = new vscode.ThemeColor('article.sentenceBorder');

/** The index of a sentence, in a frame that is open to the sentence. */
const BORDER = {
  color: SENTENCE_COLOR,
  borderColor: SENTENCE_COLOR,
  border: 'solid',
  // VS Code writes the first value into the style sheet after `border`.
  textDecoration: 'none; border-width: 0 0 0 2px; padding: 0 2px 0 3px',
  margin: '0 3px 0 0',
} satisfies vscode.ThemableDecorationAttachmentRenderOptions;

function entityDecoration(kind: EntityKind): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(`article.${kind}Entity`);
  return vscode.window.createTextEditorDecorationType({
    borderColor: color,
    borderStyle: LINES[kind],
    borderWidth: LINES[kind] === 'double' ? '0 0 3px 0' : '0 0 2px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: { color, fontStyle: 'italic', margin: '0 2px 0 4px' },
  });
}

function rangeOf({ start, end }: ShownAnnotations['sentences'][number]['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
