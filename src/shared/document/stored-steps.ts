import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
// Makes the step of a decision known to Step.fromJSON.
import './decide/decide-step.ts'
import { schema } from './schema.ts'

/**
 * The border where documents and steps come in from the database, a file or another process. Nothing here
 * throws: what does not fit the schema is refused with a sentence.
 */

export type ParsedDocument =
  { readonly ok: true; readonly doc: Node } | { readonly ok: false; readonly message: string }

/** Far above any article (100,000 words with 5,000 changes hold some 25,000 nodes); stops a hostile file. */
const MAX_NODES = 200_000
const MAX_CHARACTERS = 20_000_000
const MAX_STEPS = 20_000
/**
 * What the schema can nest: step, piece, slice, then two values a node (its content and the node) for table, row,
 * cell, paragraph, note, paragraph, text, and its marks with their attributes and the lists in these.
 */
const MAX_DEPTH = 40
/** Values of every kind in the JSON; a node of ours comes to 20 or so with its marks and attributes. */
const MAX_VALUES = 40 * MAX_NODES

type Size = { values: number; nodes: number; characters: number }

/** Counts what the JSON holds before anything is built from it; true when it is within the limits. */
function isWithinLimits(json: unknown): boolean {
  const size: Size = { values: 0, nodes: 0, characters: 0 }
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    size.values += 1
    if (depth > MAX_DEPTH || size.values > MAX_VALUES) return false
    if (size.nodes > MAX_NODES || size.characters > MAX_CHARACTERS) return false
    if (typeof value !== 'object' || value === null) continue
    if ('content' in value || 'text' in value) size.nodes += 1
    for (const child of Object.values(value) as unknown[]) {
      if (typeof child === 'string') size.characters += child.length
      else open.push({ value: child, depth: depth + 1 })
    }
  }
  return true
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it is not a document'
}

/** Blocks that were found right. Nodes never change, so they stay so. */
const checked = new WeakSet<Node>()

/** As `doc.check()`, but looks only into blocks that were not looked into before; throws a RangeError. */
function checkDocument(doc: Node): void {
  if (doc.marks.length > 0 || !doc.type.validContent(doc.content)) return doc.check()
  for (const block of doc.children) {
    if (checked.has(block)) continue
    block.check()
    checked.add(block)
  }
}

/** Reads a document that came from outside: measures the JSON first, then checks all of it against the schema. */
export function parseDocument(json: unknown): ParsedDocument {
  return isWithinLimits(json)
    ? readSnapshot(json)
    : { ok: false, message: 'The document is too large or nested too deeply.' }
}

/** Reads a document that Stet stored itself. Not measured: what was taken once must open for ever after. */
export function readSnapshot(json: unknown): ParsedDocument {
  try {
    const doc = Node.fromJSON(schema, json)
    if (doc.type !== schema.nodes.doc) return { ok: false, message: 'The text is not a whole document.' }
    checkDocument(doc)
    return { ok: true, doc }
  } catch (error) {
    return { ok: false, message: `The text cannot be read as a document: ${reasonOf(error)}` }
  }
}

/** Sees every step as it is applied. */
export type StepVisit = (step: Step, before: Node, after: Node) => void

/** Applies a new edit, from JSON, one step after the other; all of them or none. */
export function applyStoredSteps(doc: Node, steps: readonly unknown[], visit?: StepVisit): ParsedDocument {
  return steps.length <= MAX_STEPS && isWithinLimits(steps)
    ? replaySteps(doc, steps, visit)
    : { ok: false, message: 'The edit is too large to be stored at once.' }
}

/**
 * Applies steps that were stored before, of however many edits. Not measured: each edit was, when it came, and
 * what they come to together is no reason to refuse the text that they made.
 */
export function replaySteps(doc: Node, steps: readonly unknown[], visit?: StepVisit): ParsedDocument {
  try {
    let current = doc
    for (const json of steps) {
      const step = Step.fromJSON(schema, json)
      const result = step.apply(current)
      if (!result.doc) {
        return { ok: false, message: `The edit does not fit the text: ${result.failed ?? 'unknown reason'}` }
      }
      visit?.(step, current, result.doc)
      current = result.doc
    }
    checkDocument(current)
    return { ok: true, doc: current }
  } catch (error) {
    return { ok: false, message: `The edit cannot be read: ${reasonOf(error)}` }
  }
}
