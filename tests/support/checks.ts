import { join } from 'node:path'
import { readDictionary } from '../../src/main/core/dictionaries.ts'
import { loadChecks } from '../../src/main/core/load-checks.ts'
import { createEngine } from '../../src/shared/checks/engine.ts'
import type { NamedBlock, ToEngine } from '../../src/shared/checks/engine.ts'
import type { Proposal } from '../../src/shared/checks/proposal.ts'
import type { Dictionary } from '../../src/shared/model/check-book.ts'

/** The rules, house styles and dictionaries that are delivered. */

const loaded = await loadChecks(join(import.meta.dirname, '../../resources/checks'))
if (!loaded.ok) throw new Error(loaded.error.message)
export const books = loaded.value

const dictionaries: Record<string, Dictionary | null> = {
  'en-US': await readDictionary('en-US'),
  'en-GB': await readDictionary('en-GB'),
}

/** What an engine has to be told before it can check. */
export function beginning(profile = 'neutral', spelling = false): Extract<ToEngine, { kind: 'begin' }> {
  const { book } = books.of(profile)
  return { kind: 'begin', book, dictionary: spelling ? (dictionaries[book.house.dictionary] ?? null) : null }
}

/** An article of paragraphs, the first of them its headline where `headline` says so. */
export function asBlocks(texts: readonly string[], headline = false): readonly NamedBlock[] {
  return texts.map((text, id) => ({
    id,
    text,
    style: headline && id === 0 ? 'headline' : 'body',
    place: 'text',
  }))
}

/** What is proposed for an article checked from scratch, block by block. */
export function checkEach(
  blocks: readonly NamedBlock[],
  begin: ToEngine = beginning(),
): readonly (readonly Proposal[])[] {
  const engine = createEngine()
  engine.tell(begin)
  engine.tell({ kind: 'splice', version: 1, from: 0, removed: 0, blocks })
  const found = engine.work(() => false)
  const byId = new Map(found?.blocks.map(({ id, proposals }) => [id, proposals]))
  return blocks.map(({ id }) => byId.get(id) ?? [])
}

/** The same in one list, in the order of the text. */
export function checkBlocks(blocks: readonly NamedBlock[], begin?: ToEngine): readonly Proposal[] {
  return checkEach(blocks, begin).flat()
}

export function checkTexts(
  texts: readonly string[],
  options: { readonly profile?: string; readonly spelling?: boolean; readonly headline?: boolean } = {},
): readonly Proposal[] {
  return checkBlocks(asBlocks(texts, options.headline), beginning(options.profile, options.spelling))
}

/** The ids of the rules that propose something for these paragraphs. */
export function rulesOn(texts: readonly string[], profile?: string, spelling = false): ReadonlySet<string> {
  return new Set(
    checkTexts(texts, { ...(profile === undefined ? {} : { profile }), spelling }).map(({ rule }) => rule),
  )
}
