import type { Node } from 'prosemirror-model'
import { heldWords } from '../document/index/held-words.ts'
import { indexDocument } from '../document/index/document-index.ts'
import type { CheckBook, Dictionary } from '../model/check-book.ts'
import type { Dismissal } from '../model/check.ts'
import type { ReviewState } from '../model/review.ts'
import type { RuleFindings, StyleFinding, StyleFindings } from '../model/style-findings.ts'
import { LEVELS } from '../model/thread.ts'
import { createBlockTracker, rangeOfBlock } from './block-tracker.ts'
import type { TrackedBlock } from './block-tracker.ts'
import { createEngine } from './engine.ts'
import type { ToldBlock } from './engine.ts'
import type { NoteProposal, Proposal } from './proposal.ts'
import { isOfWhole, notTaken, openingsOf } from './taken.ts'

/** The check of a whole text at once, for a file: what the window lists, told by the rules that found it. */

/** Of one rule so many passages are told; the rest are counted. */
const MOST_TOLD = 40

type Placed = Proposal & { readonly block: TrackedBlock; readonly place: string }

/** Where a passage stands, in words. */
const NAMES: Readonly<Record<string, string>> = { headline: 'H', standfirst: 'Standfirst', byline: 'Byline' }

/** Counts the paragraphs of the final text as it is printed; answers what stands before the sentence's number. */
function createNumbering(): (block: TrackedBlock) => string {
  let paragraph = 0
  return ({ block: { place, style, text } }) => {
    if (place !== 'text') return place === 'cell' ? 'Table' : 'Note'
    const name = NAMES[style]
    if (name !== undefined) return name
    if (text.trim() !== '') paragraph += 1
    return `${String(paragraph)}.`
  }
}

function placedIn(block: TrackedBlock, told: ToldBlock | undefined, name: string): readonly Placed[] {
  return (told?.proposals ?? []).map((proposal, index): Placed => {
    const sentence = name.endsWith('.') ? String((told?.sentences[index] ?? 0) + 1) : ''
    return { ...proposal, block, place: isOfWhole(proposal) ? 'The story' : `${name}${sentence}` }
  })
}

type Engine = ReturnType<typeof createEngine>

function proposalsOf(doc: Node, engine: Engine): readonly Placed[] {
  const blocks = createBlockTracker().update(doc)?.added ?? []
  const named = blocks.map(({ id, block: { text, style, place } }) => ({ id, text, style, place }))
  engine.tell({ kind: 'open' })
  engine.tell({ kind: 'splice', version: 1, from: 0, removed: 0, blocks: named })
  const told = new Map(engine.work(() => false)?.blocks.map((block) => [block.id, block]))
  const numbered = createNumbering()
  return blocks.flatMap((block) => placedIn(block, told.get(block.id), numbered(block)))
}

type Note = NoteProposal & Placed

function findingOf(note: Note, explanation: string, aside: Dismissal | undefined): StyleFinding {
  const { place, words, replacement: instead, ofWhole = false } = note
  const detail = note.explanation.startsWith(explanation)
    ? note.explanation.slice(explanation.length).trim()
    : ''
  return { place, words, ofWhole, detail, instead, aside: aside ? { by: aside.by, at: aside.at } : null }
}

function rulesOf(
  { style }: CheckBook,
  notes: readonly Note[],
  asideOf: ReadonlyMap<string, Dismissal>,
): readonly RuleFindings[] {
  const byRule = Map.groupBy(notes, ({ rule }) => rule)
  return style.flatMap(({ id, title, explanation, severity: level }): readonly RuleFindings[] => {
    const group = byRule.get(id) ?? []
    if (group.length === 0) return []
    const found = group.map((note) => findingOf(note, explanation, asideOf.get(note.key)))
    const open = found.filter(({ aside }) => aside === null)
    const aside = found.filter((each) => each.aside !== null)
    return [
      {
        title,
        explanation,
        level,
        open: open.length,
        aside: aside.length,
        first: [...open, ...aside].slice(0, MOST_TOLD),
      },
    ]
  })
}

function inOrder(one: RuleFindings, other: RuleFindings): number {
  return (
    Number(one.open === 0) - Number(other.open === 0) ||
    LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
    other.open - one.open ||
    (one.title < other.title ? -1 : 1)
  )
}

export type Checked = Pick<ReviewState, 'threads' | 'dismissals'>

export type StyleCheck = (doc: Node, said: Checked) => StyleFindings

/** Ready to look at texts; `dictionary` is null where spelling cannot be checked. */
export function createStyleCheck(book: CheckBook, dictionary: Dictionary | null): StyleCheck {
  const engine = createEngine()
  engine.tell({ kind: 'begin', book, dictionary })
  return (doc, { threads, dismissals }) => {
    const proposals = proposalsOf(doc, engine)
    const rangeOf = ({ block, from, to }: Placed) => rangeOfBlock(block, from, to)
    const left = notTaken(proposals, rangeOf, heldWords(indexDocument(doc)), openingsOf(threads))
    const asideOf = new Map<string, Dismissal>(dismissals.map((one) => [one.key, one]))
    const notes = left.filter((one): one is Note => one.kind === 'note')
    return {
      house: book.house.title,
      spelling: dictionary !== null,
      rules: rulesOf(book, notes, asideOf).toSorted(inOrder),
      claims: left.filter(({ kind, key }) => kind === 'claim' && !asideOf.has(key)).length,
    }
  }
}
