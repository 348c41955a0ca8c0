import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef } from '../../../../shared/document/attributes.ts'

/** By what the changes and threads of a document are told, whatever their ids. */
export type Names = {
  readonly change: (id: string, author: string) => string
  /** Null for a thread that says nothing in the file. */
  readonly thread: (id: string) => string | null
  /** What else stands in a paragraph: comments that begin or end there. */
  readonly ends: (paragraph: Node) => string
}

/** All that a block says and how, as one comparable word: equal for blocks that one piece of a file says. */
export function canonical(node: Node, names: Names): string {
  const attrs = stable(node.attrs, names)
  if (!node.isTextblock)
    return `${node.type.name}${attrs}[${node.children.map((one) => canonical(one, names)).join('')}]`
  const inline: { readonly state: string; text: string }[] = []
  for (const child of node.children) {
    const marks = child.marks.flatMap((mark) => markWord(mark, names)).sort()
    const state = child.isText ? marks.join() : `${canonicalAtom(child, names)}${marks.join()}`
    const last = inline.at(-1)
    if (child.isText && last?.state === state && last.text !== '') last.text += child.text ?? ''
    else inline.push({ state, text: child.text ?? '' })
  }
  return `${node.type.name}${attrs}${names.ends(node)}${JSON.stringify(inline)}`
}

function canonicalAtom(node: Node, names: Names): string {
  return `${node.type.name}${stable(node.attrs, names)}[${node.children.map((one) => canonical(one, names)).join('')}]`
}

function markWord(mark: Mark, names: Names): readonly string[] {
  if (mark.type.name === 'claim') return []
  if (mark.type.name !== 'comment') return [mark.type.name + stable(mark.attrs, names)]
  const thread = names.thread(String(mark.attrs['id']))
  return thread === null ? [] : [`comment ${thread}`]
}

/** JSON with sorted keys, in which a reference to a change says who changed it and when. */
function stable(value: unknown, names: Names): string {
  if (Array.isArray(value)) return `[${value.map((one) => stable(one, names)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const { id, author, move, ...rest } = value as Partial<ChangeRef> & Record<string, unknown>
  const isChange = typeof id === 'string' && typeof author === 'string'
  const said = isChange
    ? { ...rest, by: names.change(id, author), moved: moveWord(id, move) }
    : (value as Record<string, unknown>)
  const keys = Object.keys(said).sort()
  return `{${keys.map((key) => `${key}:${stable(said[key], names)}`).join()}}`
}

/** The two sides of a move, and what was typed into it, are told apart from what is only inserted or deleted. */
function moveWord(id: string, move: unknown): string {
  if (typeof move !== 'string') return ''
  return move === id ? 'moved' : 'in a move'
}
