import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { createFollowing } from '../../../src/renderer/checks/following.ts'
import { createEngine } from '../../../src/shared/checks/engine.ts'
import type { FromEngine, ToEngine } from '../../../src/shared/checks/engine.ts'
import type { Proposal } from '../../../src/shared/checks/proposal.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { CLAIM_KINDS } from '../../../src/shared/model/claim.ts'
import { sentenceStarts } from '../../../src/shared/document/sentences.ts'
import { asBlocks, beginning, checkEach } from '../../support/checks.ts'

/** Measures the checks at 100,000 words, and counts what they propose for real stories. */

export type CheckFigures = {
  /** Milliseconds. */
  readonly begin: number
  readonly full: number
  readonly words: number
  readonly proposals: number
  /** What one key costs the window's thread: comparing blocks, posting, receiving, merging; p50, p95, most. */
  readonly key: readonly number[]
  /** What one key costs the worker. */
  readonly again: readonly number[]
}

const WORDS = 100_000
const KEYS = 60
const root = join(import.meta.dirname, '../../..')
const SAMPLE = join(root, 'resources/sample/teld-task-force.txt')
const DRAFT = process.env['STET_DRAFT'] ?? join(root, '../shared/drafts/counter-cartel.txt')

export const stories = [SAMPLE, ...(existsSync(DRAFT) ? [DRAFT] : [])]

function paragraphsOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** The sample again and again, every paragraph a little different, until there are words enough. */
function longDocument(): { readonly doc: Node; readonly words: number } {
  const sample = paragraphsOf(SAMPLE)
  const nodes: Node[] = []
  let words = 0
  for (let index = 0; words < WORDS; index++) {
    const text = `${sample[index % sample.length] ?? ''} There were ${String(index)} boats.`
    words += text.split(' ').length
    nodes.push(schema.nodes.para.create(null, schema.text(text)))
  }
  return { doc: schema.nodes.doc.create(null, nodes), words }
}

/** Milliseconds of this thread's own time: what else the machine does makes no difference. */
function timed<T>(work: () => T): { readonly value: T; readonly took: number } {
  const from = process.threadCpuUsage()
  const value = work()
  const { user, system } = process.threadCpuUsage(from)
  return { value, took: (user + system) / 1000 }
}

export function measureChecks(): CheckFigures {
  const { doc, words } = longDocument()
  const engine = createEngine()
  const begin = timed(() => engine.tell(beginning('courier-uk', true))).took
  let posted: readonly ToEngine[] = []
  // As between threads: what is posted is copied.
  const following = createFollowing((message) => {
    posted = [...posted, structuredClone(message)]
  }, 0)
  const work = (): FromEngine | null => {
    for (const message of posted) engine.tell(message)
    posted = []
    return engine.work(() => false)
  }
  following.follow(doc)
  const full = timed(work)
  if (full.value) following.receive(full.value)
  const proposals = following.proposals().length
  const key: number[] = []
  const again: number[] = []
  let now = doc
  for (let index = 0; index < KEYS; index++) {
    now = new Transform(now).insert(
      Math.floor((now.content.size * index) / KEYS / 2) + 5,
      schema.text('e'),
    ).doc
    const sent = timed(() => following.follow(now)).took
    const found = timed(work)
    again.push(found.took)
    const news = structuredClone(found.value)
    const merged = timed(() => {
      if (news) following.receive(news)
      return following.proposals().length
    }).took
    key.push(sent + merged)
  }
  return { begin, full: full.took, words, proposals, key, again }
}

/** What is proposed for a story in the neutral style, paragraph by paragraph. */
function paragraphsWithProposals(path: string) {
  const texts = paragraphsOf(path)
  const found = checkEach(asBlocks(texts, true), beginning('neutral', true))
  return texts.map((text, index) => ({ text, proposals: found[index] ?? [] }))
}

export function proposalsOf(path: string): readonly Proposal[] {
  return paragraphsWithProposals(path).flatMap(({ proposals }) => proposals)
}

/** For each sentence its number (the headline is H), and how many claims and notes are proposed that begin in it. */
export function countsBySentence(path: string): readonly (readonly [string, number, number])[] {
  return paragraphsWithProposals(path).flatMap(({ text, proposals }, paragraph) => {
    const starts = sentenceStarts(text)
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? Infinity
      const here = proposals.filter(({ from }) => (from >= start || index === 0) && from < end)
      const claims = here.filter(({ kind }) => kind === 'claim').length
      const name = paragraph === 0 ? 'H' : `${String(paragraph)}.${String(index + 1)}`
      return [name, claims, here.length - claims] as const
    })
  })
}

export function countsOf(all: readonly Proposal[]): readonly (readonly [string, number])[] {
  const claims = CLAIM_KINDS.map(
    (kind) => [kind, all.filter((each) => each.kind === 'claim' && each.claimKind === kind).length] as const,
  )
  const notes = [
    ...Map.groupBy(
      all.filter(({ kind }) => kind === 'note'),
      ({ rule }) => rule,
    ),
  ]
    .map(([rule, those]) => [rule, those.length] as const)
    .toSorted((one, other) => other[1] - one[1])
  return [...claims, ...notes]
}
