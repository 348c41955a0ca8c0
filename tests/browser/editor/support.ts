import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { Edit, Outcome } from '../../../src/shared/contract.ts'
import { paragraphTexts, project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type {
  Decided,
  EditorHandle,
  EditorSnapshot,
  Mode,
  SaveState,
} from '../../../src/renderer/editor/api.ts'
import { createEditor } from '../../../src/renderer/editor/create-editor.ts'
import '../../../src/renderer/styles/tokens.css'

type Saved = Outcome<{ seq: number; at: number }>

export type Desk = {
  readonly editor: EditorHandle
  readonly element: HTMLElement
  readonly edits: Edit[]
  readonly decided: Decided[]
  readonly states: SaveState[]
  readonly said: string[]
  readonly snapshot: () => EditorSnapshot
  /** The document as the store has it: the first one and every saved step. */
  readonly stored: () => Promise<Node>
  readonly texts: () => Promise<{ original: string[]; final: string[] }>
  /** Puts the caret, or a selection, at offsets of the text of a paragraph (counted from 0). */
  readonly select: (paragraph: number, from: number, to?: number, last?: number) => void
  readonly close: () => void
}

export function paragraphs(...texts: readonly string[]): Node {
  return schema.nodes.doc.create(
    null,
    texts.map((text) => schema.nodes.para.create(null, text === '' ? [] : [schema.text(text)])),
  )
}

/** A mounted editor with a store in memory that does what `document.save` promises. */
export function openDesk(
  doc: Node,
  options: {
    mode?: Mode
    locked?: boolean
    autocorrect?: boolean
    save?: () => Saved | null
    onPicture?: (file: File) => void
  } = {},
): Desk {
  const place = document.createElement('div')
  document.body.append(place)
  const edits: Edit[] = []
  const decided: Decided[] = []
  const states: SaveState[] = []
  const said: string[] = []
  let snapshot: EditorSnapshot | null = null
  let seq = 0
  let count = 0
  const editor = createEditor(place, {
    doc: doc.toJSON(),
    seq: 0,
    author: 'ines',
    locked: options.locked ?? false,
    newId: () => `id-${(count += 1)}`,
    save: (edit, decisions) => {
      const refusal = options.save?.() ?? null
      if (refusal) return Promise.resolve(refusal)
      if (edit.baseSeq !== seq) {
        return Promise.resolve({
          ok: false,
          error: { code: 'stale-base', message: 'The text has moved on.' },
        })
      }
      edits.push(edit)
      decided.push(...decisions)
      seq += edit.steps.length
      return Promise.resolve({ ok: true, value: { seq, at: 1 } })
    },
    onSnapshot: (value) => (snapshot = value),
    onSaveState: (state) => states.push(state),
    announce: (message) => said.push(message),
    refuse: (message) => said.push(message),
    autocorrect: () => options.autocorrect ?? false,
    nameOf: () => 'Ines Calloway',
    ...(options.onPicture ? { onPicture: options.onPicture } : {}),
  })
  // A setting tells at once how things stand; without one that waits for the first paint.
  editor.setMode(options.mode ?? 'suggest')

  const stored = async () => {
    await editor.flush()
    return edits
      .flatMap((edit) => edit.steps)
      .reduce((current, json) => {
        const result = Step.fromJSON(schema, json).apply(current)
        if (!result.doc) throw new Error(result.failed ?? 'a stored step does not apply')
        return result.doc
      }, doc)
  }
  return {
    editor,
    element: place,
    edits,
    decided,
    states,
    said,
    snapshot: () => {
      if (!snapshot) throw new Error('no snapshot yet')
      // After a key it comes with the next paint; a setting tells at once.
      editor.setMode(snapshot.mode)
      return snapshot
    },
    stored,
    texts: async () => {
      const now = await stored()
      return {
        original: paragraphTexts(project(now, 'original')),
        final: paragraphTexts(project(now, 'final')),
      }
    },
    select: (paragraph, from, to = from, last = paragraph) => {
      const text = place.querySelector<HTMLElement>('.ProseMirror:not([hidden])')
      const start = text?.children[paragraph]
      const end = text?.children[last]
      if (!text || !start || !end) throw new Error('no such paragraph')
      text.focus()
      const selection = getSelection()
      const a = pointAt(start, from)
      const b = pointAt(end, to)
      selection?.setBaseAndExtent(a.node, a.offset, b.node, b.offset)
      document.dispatchEvent(new Event('selectionchange'))
    },
    close: () => {
      editor.destroy()
      place.remove()
    },
  }
}

function pointAt(paragraph: Element, offset: number): { node: globalThis.Node; offset: number } {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let rest = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (rest <= length) return { node, offset: rest }
    rest -= length
  }
  return { node: paragraph, offset: 0 }
}
