import type { Node, Schema } from 'prosemirror-model'
import { Step, StepMap, StepResult } from 'prosemirror-transform'
import type { Mappable } from 'prosemirror-transform'
import type { ParagraphAttrs } from './attributes.ts'
import { piecesFromJson, piecesToJson } from './decide-json.ts'
import { addAttributes, addMarkChange, addReplacement, applyMarks, fit, mapPieces } from './decide-pieces.ts'
import type { Piece } from './decide-pieces.ts'
import { NOWHERE, createFlatReader, createFlatWriter, readSlice } from './flat-text.ts'
import { paragraphAttrs } from './tracking-state.ts'

function rewrite(doc: Node, pieces: readonly Piece[]): Node {
  const reader = createFlatReader(doc)
  const writer = createFlatWriter()
  for (const piece of pieces) {
    reader.read(piece.from, writer)
    if (piece.kind === 'replace') {
      reader.read(piece.to, NOWHERE)
      readSlice(piece.slice, writer)
    } else if (piece.kind === 'marks') {
      const inline = (node: Node) => writer.inline(node.mark(applyMarks(node.marks, piece)))
      reader.read(piece.to, { inline, paragraphMark: writer.paragraphMark })
    } else {
      const paragraphMark = (paragraph: Node) =>
        writer.newMark({ ...paragraphAttrs(paragraph), ...piece.attrs })
      reader.read(piece.from + 2, { inline: writer.inline, paragraphMark })
    }
  }
  reader.read(doc.content.size + 1, writer)
  return doc.copy(writer.paragraphs())
}

/** What these attributes were. */
function attributesBefore(
  paragraph: Node,
  { attrs }: Extract<Piece, { kind: 'paragraph' }>,
): Partial<ParagraphAttrs> {
  const before = Object.entries(paragraphAttrs(paragraph)).filter(([name]) => name in attrs)
  return Object.fromEntries(before)
}

/** The pieces that turn the rewritten document back into this one, in positions of the rewritten one. */
function invertPieces(doc: Node, pieces: readonly Piece[]): Piece[] {
  const reader = createFlatReader(doc)
  const inverted: Piece[] = []
  let shift = 0
  for (const piece of pieces) {
    reader.read(piece.from, NOWHERE)
    let at = piece.from + shift
    if (piece.kind === 'replace') {
      const removed = createFlatWriter()
      reader.read(piece.to, removed)
      addReplacement(inverted, at, at + piece.slice.size, removed.slice())
      shift += piece.slice.size - (piece.to - piece.from)
    } else if (piece.kind === 'marks') {
      const inline = ({ marks, nodeSize }: Node) => {
        addMarkChange(inverted, at, at + nodeSize, applyMarks(marks, piece), marks)
        at += nodeSize
      }
      reader.read(piece.to, { inline, paragraphMark: () => void (at += 2) })
    } else {
      const paragraphMark = (paragraph: Node) =>
        addAttributes(inverted, at, attributesBefore(paragraph, piece))
      reader.read(piece.from + 2, { inline: NOWHERE.inline, paragraphMark })
    }
  }
  return inverted
}

/** Documents never change, so that a step that has once made one of another may say so again. */
type Known = { readonly before: Node; readonly after: Node; readonly inverse: DecideStep | null }

/**
 * All that a decision does to the text, as one step: it applies and undoes in one walk, however many changes are
 * decided, and maps every position as the same steps one after the other would. Undone where nothing happened since,
 * it gives the very document back, with all that is known of its paragraphs.
 */
export class DecideStep extends Step {
  /** As Piece tells; wrong order or overlap is a mistake of the caller. */
  readonly pieces: readonly Piece[]
  #known: Known | null

  constructor(pieces: readonly Piece[], known: Known | null = null) {
    super()
    this.pieces = pieces
    this.#known = known
  }

  override apply(doc: Node): StepResult {
    if (this.#known?.before === doc) return StepResult.ok(this.#known.after)
    if (!fit(doc, this.pieces)) return StepResult.fail('a decision is not about this text')
    const after = rewrite(doc, this.pieces)
    this.#known = { before: doc, after, inverse: null }
    return StepResult.ok(after)
  }

  override invert(doc: Node): DecideStep {
    const known = this.#known?.before === doc ? this.#known : null
    if (known?.inverse) return known.inverse
    const pieces = invertPieces(doc, this.pieces)
    if (!known) return new DecideStep(pieces)
    const inverse = new DecideStep(pieces, { before: known.after, after: doc, inverse: this })
    this.#known = { ...known, inverse }
    return inverse
  }

  override getMap(): StepMap {
    const ranges = this.pieces.flatMap((piece) =>
      piece.kind === 'replace' ? [piece.from, piece.to - piece.from, piece.slice.size] : [],
    )
    return new StepMap(ranges)
  }

  override map(mapping: Mappable): DecideStep | null {
    const pieces = mapPieces(this.pieces, mapping)
    return pieces.length > 0 ? new DecideStep(pieces) : null
  }

  override toJSON(): { readonly stepType: string; readonly pieces: readonly unknown[] } {
    return { stepType: 'decide', pieces: piecesToJson(this.pieces) }
  }

  static override fromJSON(_schema: Schema, json: { readonly pieces?: unknown }): DecideStep {
    return new DecideStep(piecesFromJson(json.pieces))
  }
}

Step.jsonID('decide', DecideStep)
