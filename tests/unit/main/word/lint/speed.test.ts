import { expect, test } from 'vitest'
import { lintPackage } from '../../../../../src/main/word/lint/lint.ts'
import { brokenWordFile } from '../../../../support/sound-word-file.ts'

const signed = (id: number): string => `w:id="${id}" w:author="Ines Calloway" w:date="2026-09-14T12:00:00Z"`

/** Paragraphs of fifty words, with an insertion and a deletion each. */
function longText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, index) => {
    const id = 1000 + 2 * index
    return (
      `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">${'word '.repeat(30)}</w:t></w:r>` +
      `<w:ins ${signed(id)}><w:r><w:t>a new word</w:t></w:r></w:ins>` +
      `<w:del ${signed(id + 1)}><w:r><w:delText>an old word</w:delText></w:r></w:del>` +
      `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${'word '.repeat(14)}</w:t></w:r></w:p>`
    )
  }).join('')
}

/** Milliseconds of the processor, the best of some: others work on this machine, too. */
async function cost(paragraphs: number): Promise<number> {
  const pack = await brokenWordFile('word/document.xml', '<w:tbl>', `${longText(paragraphs)}<w:tbl>`)
  const times = Array.from({ length: 12 }, () => {
    const before = process.cpuUsage()
    expect(lintPackage(pack)).toEqual([])
    const { user } = process.cpuUsage(before)
    return user / 1000
  })
  return Math.min(...times)
}

test(
  '100,000 words take at most 100 ms, and four times the text four times as long',
  { timeout: 60_000 },
  async () => {
    const whole = await cost(2000)
    expect(whole).toBeLessThan(100)
    expect(await cost(8000)).toBeLessThan(8 * whole)
  },
)
