import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { readAny } from '../../../../../src/main/export/pdf/read-any.ts'
import { readBack } from '../../../../../src/main/export/pdf/read-back.ts'
import type { ReadPage } from '../../../../../src/main/export/pdf/read-back.ts'
import type { Variant } from '../../../../../src/main/export/pdf/report.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { pdfRequest } from '../../../../support/pdf-review.ts'
import { PICTURES, randomWordArticle } from '../../../../support/word-articles.ts'
import { article, para, request } from './builders.ts'

const VARIANTS: readonly Variant[] = ['packet', 'redline', 'clean']

async function bytesOf(variant: Variant, of: ExportRequest): Promise<Uint8Array> {
  const outcome = await exportPdf(variant, of)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** What no reader can tell is one sign for ours, and for pdf.js the codes of the font. */
const UNTOLD = /[\ufffd\p{Cc}\p{Co}]/gu

/**
 * Where a line holds words from right to left, each reader puts them into an order of its own; then the letters are
 * compared without it.
 */
function comparable(pages: readonly ReadPage[]) {
  return pages.map(({ body, artifacts }) =>
    [body, artifacts]
      .map((text) => text.replaceAll(UNTOLD, ''))
      .map((text) => (FROM_RIGHT.test(text) ? Array.from(text).toSorted().join('') : text)),
  )
}

/** Of signs over a letter that no letter of a font has in it, some are drawn without a meaning, and their codes may be those of any letters. */
const STACKED = /\p{M}/u

/** `theirs` without what STACKED lets them read more than we do: the same, where ours is found in it in its order. */
function withoutCodes(ours: string, theirs: string): string {
  if (!STACKED.test(ours)) return theirs
  let at = 0
  for (const letter of theirs) if (letter === ours.charAt(at)) at += 1
  return at === ours.length ? ours : theirs
}

async function expectSame(pdf: Uint8Array): Promise<void> {
  const ours = comparable(readBack(pdf).pages)
  const theirs = comparable(await readAny(pdf))
  expect(ours).toEqual(
    theirs.map((texts, page) => texts.map((text, index) => withoutCodes(ours[page]?.[index] ?? '', text))),
  )
}

describe('every page says what pdf.js reads there', () => {
  test.each(VARIANTS)(
    'in the %s of a review with six scripts, tokens and words that break pages',
    async (variant) => {
      await expectSame(await bytesOf(variant, pdfRequest()))
    },
  )

  test('where signs over one letter are drawn without a meaning', async () => {
    const doc = article(para('headline', 'e\u0301\u0301'))
    await expectSame(await bytesOf('packet', request(doc)))
  })

  test('in random articles with tables, notes, pictures and every kind of change', async () => {
    await fc.assert(
      fc.asyncProperty(randomWordArticle(8), fc.constantFrom(...VARIANTS), async ({ doc }, variant) => {
        await expectSame(await bytesOf(variant, request(doc, { images: PICTURES })))
      }),
      { numRuns: Number(process.env['WORD_RUNS'] ?? 6) },
    )
  }, 120_000)
})

test('words are whole, wherever a line, a mark or a sign of another font ends', async () => {
  const text = 'The harbour office counted fourteen boats, and nobody waved at the ferry that left. '
  const doc = article(para('headline', 'Nine boats'), para('body', text.repeat(12)))
  for (const variant of VARIANTS) {
    // oxlint-disable-next-line no-await-in-loop -- one engine at a time
    const { pages } = readBack(await bytesOf(variant, request(doc)))
    const found = pages.flatMap((page) => page.words())
    const [asked, all] = [text.match(/\p{L}+/gu) ?? [], new Set(found)]
    expect(asked.filter((word) => !all.has(word))).toEqual([])
    expect(found.filter((word) => word === 'harbour').length).toBeGreaterThanOrEqual(12)
  }
})

test('a name in Hebrew is found as it is written', async () => {
  const doc = article(para('headline', 'Boats'), para('body', 'אמר דוד כהן אתמול.'))
  const { pages } = readBack(await bytesOf('clean', request(doc)))
  expect(pages.map(({ body }) => body).join('')).toContain('דודכהן')
})
