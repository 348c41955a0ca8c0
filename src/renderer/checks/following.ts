import type { Node } from 'prosemirror-model'
import { createBlockTracker, isNumberedParagraph, rangeOfBlock } from '../../shared/checks/block-tracker.ts'
import type { TrackedBlock } from '../../shared/checks/block-tracker.ts'
import type { FromEngine, NamedBlock, ToEngine, ToldBlock } from '../../shared/checks/engine.ts'
import type { Range } from '../../shared/document/range.ts'
import { sentenceStarts } from '../../shared/document/sentences.ts'
import type { PlacedProposal } from './checks.ts'

/** Keeps the engine in step with the text of one article, and what it found in step with both. */
export type Following = {
  /** Sends what is new in the document; false when nothing is. */
  follow(doc: Node): boolean
  /** Takes in what was found; false when it was of no use. */
  receive(found: FromEngine): boolean
  /** Everything once more, for an engine that knows nothing. */
  sendAll(): void
  isBehind(): boolean
  /** In the order of the text. */
  proposals(): readonly PlacedProposal[]
  /** In the document that was followed last. */
  rangeOf(proposal: PlacedProposal): Range | null
  /** The last version that was sent. */
  version(): number
}

/** What was told of a block, and the text that it was told of. */
type Told = { readonly text: string; readonly found: ToldBlock; placed: Placed | null; shift: Shift | null }

type Placed = { readonly number: number; readonly proposals: readonly PlacedProposal[] }

/** How a text differs from the one that was checked: what is the same at its beginning and at its end. */
type Shift = { readonly text: string; readonly head: number; readonly tail: number }

type Sent = { readonly version: number; readonly text: string }

export function createFollowing(post: (message: ToEngine) => void, firstVersion: number): Following {
  const tracker = createBlockTracker()
  const sent = new Map<number, Sent>()
  const told = new Map<number, Told>()
  let followed: Node | null = null
  let version = firstVersion
  let done = firstVersion

  const send = (from: number, removed: number, blocks: readonly TrackedBlock[]) => {
    version += 1
    for (const { id, block } of blocks) sent.set(id, { version, text: block.text })
    post({ kind: 'splice', version, from, removed, blocks: blocks.map(nameBlock) })
  }

  return {
    follow: (doc) => {
      if (doc === followed) return false
      followed = doc
      const splice = tracker.update(doc)
      if (!splice) return false
      const { from, removed, added } = splice
      const kept = new Set(added.map(({ id }) => id))
      for (const id of removed) {
        if (kept.has(id)) continue
        sent.delete(id)
        told.delete(id)
      }
      send(from, removed.length, added)
      return true
    },
    receive: (found) => {
      if (found.version <= firstVersion) return false
      for (const block of found.blocks) {
        const text = sent.get(block.id)
        // What has been edited since is looked at again.
        if (text && text.version <= found.version) {
          told.set(block.id, { text: text.text, found: block, placed: null, shift: null })
        }
      }
      if (found.isDone) done = found.version
      return true
    },
    sendAll: () => {
      post({ kind: 'open' })
      send(0, 0, tracker.all())
    },
    isBehind: () => done < version,
    proposals: () =>
      tracker.all().flatMap((tracked) => {
        const known = told.get(tracked.id)
        return known ? placedOf(known, tracked) : []
      }),
    rangeOf: (proposal) => {
      const tracked = tracker.get(proposal.blockId)
      const known = told.get(proposal.blockId)
      return tracked && known ? rangeNow(proposal, known, tracked) : null
    },
    version: () => version,
  }
}

function nameBlock({ id, block: { text, style, place } }: TrackedBlock): NamedBlock {
  return { id, text, style, place }
}

function rangeNow({ from, to, words }: PlacedProposal, known: Told, tracked: TrackedBlock): Range | null {
  const { text } = tracked.block
  const moved = text === known.text ? 0 : movedBy(from, to, shiftOf(known, text), known.text)
  if (moved === null || text.slice(from + moved, to + moved) !== words) return null
  return rangeOfBlock(tracked, from + moved, to + moved)
}

/** Words before what was edited stand where they stood, words behind it have moved with the end; others are gone. */
function movedBy(from: number, to: number, { text, head, tail }: Shift, before: string): number | null {
  if (to <= head) return 0
  return from >= before.length - tail ? text.length - before.length : null
}

function shiftOf(known: Told, text: string): Shift {
  if (known.shift?.text === text) return known.shift
  const shorter = Math.min(known.text.length, text.length)
  let head = 0
  while (head < shorter && known.text[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && known.text.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  known.shift = { text, head, tail }
  return known.shift
}

/** The same objects as before, as long as the block is told of and numbered as before. */
function placedOf(known: Told, tracked: TrackedBlock): readonly PlacedProposal[] {
  const number = tracked.row.numbered
  if (known.placed?.number === number) return known.placed.proposals
  const times = new Map<string, number>()
  const proposals = known.found.proposals.map((proposal, index): PlacedProposal => {
    const time = times.get(proposal.key) ?? 0
    times.set(proposal.key, time + 1)
    const label = labelOf(tracked, proposal.from, known.found.sentences[index] ?? 0)
    return {
      ...proposal,
      id: `${String(tracked.id)}:${proposal.key}:${String(time)}`,
      blockId: tracked.id,
      label,
    }
  })
  known.placed = { number, proposals }
  return proposals
}

const NAMES: Readonly<Record<string, string>> = { headline: 'H', standfirst: 'Standfirst', byline: 'Byline' }

/** As the gutter has it: there paragraphs that are joined only in the final text still count as two. */
function labelOf({ block, row }: TrackedBlock, from: number, sentence: number): string {
  if (block.place !== 'text') return block.place === 'cell' ? 'Table' : 'Note'
  const part = block.parts.findLast(({ at }) => at <= from) ?? block.parts[0]
  const own = part?.paragraph.node
  const named = NAMES[String(own?.attrs['style'])]
  if (named !== undefined || !part || !own) return named ?? ''
  const nodes = row.group.nodes.slice(0, row.group.nodes.indexOf(own) + 1)
  const paragraph = row.numbered + nodes.filter(isNumberedParagraph).length
  const within =
    block.parts.length === 1
      ? sentence
      : sentenceStarts(part.paragraph.text).findLastIndex((start) => start <= from - part.at)
  return `${String(paragraph)}.${String(Math.max(0, within) + 1)}`
}
