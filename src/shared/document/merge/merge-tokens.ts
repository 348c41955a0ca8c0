import { Fragment, Mark } from 'prosemirror-model'
import type { Node, NodeType } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import { schema } from '../schema.ts'
import { deletionOf, insertionOf } from '../tracking-state.ts'

/**
 * What passes are merged by: the children of a container, a table or a row, one after another. In a container these
 * are characters, inline atoms, ¶ and tables; a table is one token, and so are a row and a cell.
 */
export type Token = {
  readonly kind: 'text' | 'atom' | 'paragraph' | 'table' | 'row' | 'cell'
  /** The text node that holds a character; for a ¶, the paragraph that it closes. */
  readonly node: Node
  /** A whole character; empty for all but text. */
  readonly text: string
  readonly insertion: ChangeRef | null
  readonly deletion: ChangeRef | null
}

function trackedToken(kind: Token['kind'], node: Node, tracking: Tracking | null): Token {
  return {
    kind,
    node,
    text: '',
    insertion: tracking?.insertion ?? null,
    deletion: tracking?.deletion ?? null,
  }
}

const NONE: ReadonlySet<string> = new Set()

/**
 * A table is inserted, or deleted, when all of its rows are by one change. One of `inserted` stays the insertion of
 * its table when somebody has put rows into that, so that the table is known again.
 */
function trackingOfTable(table: Node, inserted: ReadonlySet<string>): Tracking | null {
  const rows = table.children.map((row) => row.attrs['tracking'] as Tracking | null)
  const [first] = rows
  const common = (side: keyof Tracking) => {
    const ref = first?.[side]
    return ref && rows.every((tracking) => tracking?.[side]?.id === ref.id) ? { [side]: ref } : {}
  }
  const known = rows.find((row) => row?.insertion && inserted.has(row.insertion.id))?.insertion
  const isInserted = known !== undefined && rows.every((row) => row?.insertion)
  return { ...(isInserted ? { insertion: known } : common('insertion')), ...common('deletion') }
}

/** The changes that inserted whole tables of a document. */
export function tableInsertionsOf(doc: Node): ReadonlySet<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    const tracking = node.type === schema.nodes.table ? trackingOfTable(node, NONE) : null
    if (tracking?.insertion) ids.add(tracking.insertion.id)
    return !node.isTextblock
  })
  return ids
}

function readInline(tokens: Token[], node: Node): void {
  const insertion = insertionOf(node.marks)
  const deletion = deletionOf(node.marks)
  if (!node.isText) {
    tokens.push({ kind: 'atom', node, text: '', insertion, deletion })
    return
  }
  for (const text of node.text ?? '') tokens.push({ kind: 'text', node, text, insertion, deletion })
}

function readBlock(tokens: Token[], block: Node, inserted: ReadonlySet<string>): void {
  if (block.type === schema.nodes.table) {
    tokens.push(trackedToken('table', block, trackingOfTable(block, inserted)))
  } else {
    for (const node of block.children) readInline(tokens, node)
    tokens.push(trackedToken('paragraph', block, block.attrs['paragraphMark'] as Tracking | null))
  }
}

/** `inserted`: the changes that inserted whole tables of the text that this one goes back to. */
export function tokensOfContainer(container: Node, inserted: ReadonlySet<string> = NONE): Token[] {
  const tokens: Token[] = []
  for (const block of container.children) readBlock(tokens, block, inserted)
  return tokens
}

/** The rows of a table, or the cells of a row. */
export function tokensOfChildren(kind: 'row' | 'cell', parent: Node): Token[] {
  return parent.children.map((child) => trackedToken(kind, child, child.attrs['tracking'] as Tracking | null))
}

type OpenText = { readonly marks: readonly Mark[]; text: string }

/**
 * The tokens as blocks again. Text in front of a table belongs to the paragraph behind it, as where the ¶ between
 * has really been removed.
 */
export function blocksOf(tokens: readonly Token[]): Fragment {
  const blocks: Node[] = []
  let content: Node[] = []
  let open: OpenText | null = null
  const closeText = () => {
    if (open) content.push(schema.text(open.text, open.marks))
    open = null
  }
  for (const { kind, node, text } of tokens) {
    if (kind === 'text') {
      if (open && (open.marks === node.marks || Mark.sameSet(open.marks, node.marks))) open.text += text
      else {
        closeText()
        open = { marks: node.marks, text }
      }
      continue
    }
    closeText()
    if (kind === 'atom') content.push(node)
    else if (kind === 'table') blocks.push(node)
    else {
      blocks.push(node.copy(Fragment.fromArray(content)))
      content = []
    }
  }
  return Fragment.fromArray(blocks)
}

/** The ids of all changes that are open in a document. */
export function changeIdsOf(doc: Node): Set<string> {
  const ids = new Set<string>()
  const add = (tracking: Tracking | null | undefined) => {
    for (const ref of Object.values(tracking ?? {})) ids.add(ref.id)
  }
  doc.descendants((node) => {
    if (node.isInline) {
      const insertion = insertionOf(node.marks)
      const deletion = deletionOf(node.marks)
      if (insertion) ids.add(insertion.id)
      if (deletion) ids.add(deletion.id)
    } else add((node.attrs['paragraphMark'] ?? node.attrs['tracking']) as Tracking | null)
  })
  return ids
}

/** What became of a change; `withdrawn`: it left the text without a decision. */
export type ChangeState = 'open' | 'accepted' | 'rejected' | 'withdrawn'

/** What became in a pass of every change that it ever held. */
export type ChangeStates = ReadonlyMap<string, ChangeState>

/** Which changes are open in the base, and in one of its passes. */
export type OpenChanges = {
  readonly base: ReadonlySet<string>
  readonly pass: ReadonlySet<string>
  /** Null where only the text tells what was decided in the pass. */
  readonly states: ChangeStates | null
}

/** Which attribute tells one object of a kind from another. */
const IDENTITY: ReadonlyMap<NodeType, string> = new Map([
  [schema.nodes.image, 'blob'],
  [schema.nodes.preserved, 'key'],
])

/** Whether two tokens say the same, whatever their marks; a note or a table says the same as any other. */
export function saysTheSame(one: Token, other: Token): boolean {
  if (one.kind !== other.kind || one.text !== other.text) return false
  if (one.kind !== 'atom') return true
  if (one.node.type !== other.node.type) return false
  const name = IDENTITY.get(one.node.type)
  return name === undefined || one.node.attrs[name] === other.node.attrs[name]
}

export function pick(tokens: readonly Token[], indexes: readonly number[]): Token[] {
  const picked: Token[] = []
  for (const index of indexes) {
    const token = tokens[index]
    if (token) picked.push(token)
  }
  return picked
}

export function indexesOf(tokens: readonly Token[], holds: (token: Token) => boolean): number[] {
  const indexes: number[] = []
  for (const [index, token] of tokens.entries()) if (holds(token)) indexes.push(index)
  return indexes
}
