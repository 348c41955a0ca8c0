import { describe, expect, test } from 'vitest'
import { createFollowing } from '../../../../src/renderer/checks/following.ts'
import { finalBlocks, groupBlocks, rangeInBlock } from '../../../../src/shared/checks/final-blocks.ts'
import { createEngine } from '../../../../src/shared/checks/engine.ts'
import type { Node } from 'prosemirror-model'
import { deletionOf } from '../../../../src/shared/document/tracking-state.ts'
import { paragraphTexts, project } from '../../../../src/shared/document/projection.ts'
import { deleted, document, inserted, p } from '../../../support/document.ts'
import { beginning, checkBlocks } from '../../../support/checks.ts'
import { EVERY_RUN, assertForEdits, play, timeoutOf } from '../../../support/fuzz.ts'

/** The words of a range that are not deleted; a note within it is one sign. */
function finalTextIn(doc: Node, from: number, to: number): string {
  let text = ''
  doc.nodesBetween(from, to, (node, position) => {
    if (deletionOf(node.marks)) return false
    if (node.isText) text += (node.text ?? '').slice(Math.max(0, from - position), to - position)
    else if (node.isInline && position >= from) text += node.type.name === 'hardBreak' ? '\n' : '\uFFFC'
    return !node.isInline || position < from
  })
  return text
}

const amount = { ...EVERY_RUN, runs: Math.min(EVERY_RUN.runs, 60) }

describe('the blocks of a redline', () => {
  test('a word that a deletion divides is one, and so are paragraphs over a deleted ¶', () => {
    const doc = document(p('har', deleted('XX', 'A'), 'bour'), p(inserted('new', 'A')))
    expect(finalBlocks(doc).map(({ text }) => text)).toEqual(['harbour', 'new'])
  })

  test(
    'read as the final projection does, whatever was edited',
    () =>
      assertForEdits(amount, (start, edits) => {
        const doc = play(start, edits)
        const texts = finalBlocks(doc).map(({ text }) => text)
        expect(texts.toSorted()).toEqual(paragraphTexts(project(doc, 'final')).toSorted())
      }),
    timeoutOf(amount),
  )

  test(
    'lead back to the words in the document, over nothing but deleted ones',
    () =>
      assertForEdits(amount, (start, edits) => {
        const doc = play(start, edits)
        let at = 0
        for (const group of groupBlocks(doc)) {
          for (const block of group.blocks) {
            for (const word of block.text.matchAll(/[^\s\uFFFC]+/gu)) {
              const range = rangeInBlock(block, word.index, word.index + word[0].length, at)
              expect(finalTextIn(doc, range.from, range.to)).toBe(word[0])
            }
          }
          at += group.size
        }
      }),
    timeoutOf(amount),
  )
})

describe('checking after every edit', () => {
  test(
    'comes to what checking from scratch does, and proposes nothing on deleted words',
    () =>
      assertForEdits({ ...amount, runs: Math.min(amount.runs, 25) }, (start, edits) => {
        const engine = createEngine()
        engine.tell(beginning())
        const following = createFollowing((message) => engine.tell(message), 0)
        const look = (doc: Node) => {
          following.follow(doc)
          const found = engine.work(() => false)
          if (found) following.receive(found)
        }
        look(start)
        const doc = play(start, edits, ({ tracked }) => look(tracked.transform.doc))
        look(doc)
        expect(following.isBehind()).toBe(false)
        const blocks = finalBlocks(doc).map(({ text, style, place }, id) => ({ id, text, style, place }))
        const scratch = checkBlocks(blocks)
        const kept = following.proposals()
        expect(kept.map(({ key, from, words }) => ({ key, from, words }))).toEqual(
          scratch.map(({ key, from, words }) => ({ key, from, words })),
        )
        for (const proposal of kept) {
          const range = following.rangeOf(proposal)
          expect(range && finalTextIn(doc, range.from, range.to)).toBe(proposal.words)
        }
      }),
    timeoutOf(amount),
  )
})

describe('a place between two checks', () => {
  const check = (doc: Node) => {
    const engine = createEngine()
    engine.tell(beginning())
    const following = createFollowing((message) => engine.tell(message), 0)
    following.follow(doc)
    const found = engine.work(() => false)
    if (found) following.receive(found)
    return following
  }
  const headline = p({ style: 'headline' }, 'Ferry leaves')

  test('is numbered as in the gutter', () => {
    const following = check(
      document(
        headline,
        'It left. The notorious club lost.',
        p({ style: 'byline' }, 'By a thug'),
        'A thug came.',
      ),
    )
    const labels = following
      .proposals()
      .filter(({ rule }) => rule === 'loaded')
      .map(({ label }) => label)
    expect(labels).toEqual(['1.2', 'Byline', '2.1'])
  })

  test('moves with words before it, and is gone with its own', () => {
    const following = check(document(headline, 'The notorious club lost.'))
    const [loaded] = following.proposals().filter(({ rule }) => rule === 'loaded')
    if (!loaded) throw new Error('nothing found')
    const before = following.rangeOf(loaded)
    following.follow(document(headline, 'So the notorious club lost.'))
    expect(following.rangeOf(loaded)?.from).toBe((before?.from ?? 0) + 3)
    following.follow(document('More.', headline, 'So the notorious club lost.'))
    expect(following.rangeOf(loaded)?.from).toBe((before?.from ?? 0) + 10)
    following.follow(document('More.', headline, 'So the club lost.'))
    expect(following.rangeOf(loaded)).toBeNull()
  })
})
