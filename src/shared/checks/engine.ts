import type { CheckBook, Dictionary } from '../model/check-book.ts'
import { checkArticle } from './article/check-article.ts'
import type { BlockToCheck } from './built-in/hit.ts'
import { checkBlock, inOrder } from './check-block.ts'
import { compileBook } from './compiled-book.ts'
import type { CompiledBook } from './compiled-book.ts'
import type { Proposal } from './proposal.ts'
import { createSpeller } from './speller.ts'
import type { Speller } from './speller.ts'
import { summarise } from './summary.ts'
import type { BlockSummary } from './summary.ts'
import { readText } from './tokens.ts'

export type NamedBlock = BlockToCheck & { readonly id: number }

/** What the engine is told. Versions only grow. */
export type ToEngine =
  | { readonly kind: 'begin'; readonly book: CheckBook; readonly dictionary: Dictionary | null }
  /** Another article: nothing of the one before is left. */
  | { readonly kind: 'open' }
  /** At `from` so many blocks gave way to these. */
  | {
      readonly kind: 'splice'
      readonly version: number
      readonly from: number
      readonly removed: number
      readonly blocks: readonly NamedBlock[]
    }

/** Blocks whose proposals are new; `version` of the last splice that is in them. `isDone`: everything was looked at. */
export type FromEngine = {
  readonly version: number
  readonly blocks: readonly ToldBlock[]
  readonly isDone: boolean
}

export type ToldBlock = {
  readonly id: number
  readonly proposals: readonly Proposal[]
  /** Of each proposal the number of its sentence in the block, from 0. */
  readonly sentences: readonly number[]
}

type Checked = {
  readonly block: NamedBlock
  /** Null until the block was looked at. */
  own: readonly Proposal[] | null
  summary: BlockSummary | null
  /** Own proposals and those of the article, as they were told last. */
  told: readonly Proposal[]
}

export type Engine = {
  tell(message: ToEngine): void
  /** Looks at blocks until `isTimeUp`, but at one at least; null when nothing is left to do. */
  work(isTimeUp: () => boolean): FromEngine | null
}

const NOTHING: readonly Proposal[] = []

/**
 * Checks blocks one by one, those that changed alone, and what needs the whole article when all of them are known. A
 * newer splice takes the place of what was not yet looked at.
 */
export function createEngine(): Engine {
  let book: CompiledBook | null = null
  let speller: Speller | null = null
  let blocks: Checked[] = []
  let version = 0
  let isArticleDue = false

  const look = (checked: Checked, rules: CompiledBook) => {
    const read = readText(checked.block.text)
    checked.own = checkBlock(read, checked.block, rules)
    checked.summary = summarise(read, checked.block, rules, speller)
  }

  const tellArticle = (rules: CompiledBook): FromEngine => {
    const summaries = blocks.flatMap(({ summary }) => (summary ? [summary] : []))
    const found = checkArticle({ summaries, book: rules, speller })
    const news = blocks.filter((checked, index) => {
      const notes = found.get(index)
      const all = notes ? inOrder([...(checked.own ?? NOTHING), ...notes]) : (checked.own ?? NOTHING)
      if (sameProposals(all, checked.told)) return false
      checked.told = all
      return true
    })
    isArticleDue = false
    return { version, blocks: news.map(toldBlock), isDone: true }
  }

  return {
    tell: (message) => {
      if (message.kind === 'begin') {
        book = compileBook(message.book)
        speller = message.dictionary ? createSpeller(message.dictionary) : null
      }
      if (message.kind !== 'splice') {
        blocks = []
        isArticleDue = false
        return
      }
      ;({ version } = message)
      const fresh = message.blocks.map((block): Checked => ({
        block,
        own: null,
        summary: null,
        told: NOTHING,
      }))
      blocks = [...blocks.slice(0, message.from), ...fresh, ...blocks.slice(message.from + message.removed)]
      isArticleDue = true
    },
    work: (isTimeUp) => {
      if (!book || !isArticleDue) return null
      const news: Checked[] = []
      for (const checked of blocks) {
        if (checked.own !== null) continue
        if (news.length > 0 && isTimeUp()) {
          return { version, blocks: news.map(tellOwn), isDone: false }
        }
        look(checked, book)
        news.push(checked)
      }
      const told = tellArticle(book)
      const named = new Set(told.blocks.map(({ id }) => id))
      const others = news.filter(({ block }) => !named.has(block.id))
      return { ...told, blocks: [...told.blocks, ...others.map(tellOwn)] }
    },
  }
}

/** What is known of a block before the whole article is. */
function tellOwn(checked: Checked): FromEngine['blocks'][number] {
  checked.told = checked.told === NOTHING ? (checked.own ?? NOTHING) : checked.told
  return toldBlock(checked)
}

function toldBlock({ block, told, summary }: Checked): ToldBlock {
  const starts = summary?.read.sentences ?? []
  let sentence = 0
  const sentences = told.map(({ from }) => {
    while (sentence + 1 < starts.length && (starts[sentence + 1]?.from ?? Infinity) <= from) sentence += 1
    return sentence
  })
  return { id: block.id, proposals: told, sentences }
}

function sameProposals(one: readonly Proposal[], other: readonly Proposal[]): boolean {
  return (
    one.length === other.length &&
    one.every((proposal, index) => {
      const same = other[index]
      return (
        same !== undefined &&
        proposal.key === same.key &&
        proposal.from === same.from &&
        proposal.to === same.to &&
        proposal.explanation === same.explanation
      )
    })
  )
}
