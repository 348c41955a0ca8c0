import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { KINDS } from '../../../../../src/main/word/lint/kinds.ts'
import type { Kind } from '../../../../../src/main/word/lint/kinds.ts'
import { lintPackage } from '../../../../../src/main/word/lint/lint.ts'
import type { Package } from '../../../../../src/main/opc/read.ts'
import { COMMENTS_DEFECTS } from '../../../../support/word-defects/comments.ts'
import { PACKAGE_DEFECTS } from '../../../../support/word-defects/package.ts'
import { STRUCTURE_DEFECTS } from '../../../../support/word-defects/structure.ts'
import { TRACKING_DEFECTS } from '../../../../support/word-defects/tracking.ts'
import { brokenWordFile, soundWordFile, wordFileWithout } from '../../../../support/sound-word-file.ts'

const DEFECTS = [...PACKAGE_DEFECTS, ...STRUCTURE_DEFECTS, ...TRACKING_DEFECTS, ...COMMENTS_DEFECTS]

function kindsIn(pack: Package): readonly Kind[] {
  return [...new Set(lintPackage(pack).map((fault) => fault.kind))].sort()
}

describe('the lint', () => {
  test('finds nothing in a sound file', async () => {
    expect(lintPackage(await readPackage(soundWordFile()))).toEqual([])
  })

  test.each(DEFECTS)('tells %s', async (_, part, from, to, kinds) => {
    expect(kindsIn(await brokenWordFile(part, from, to))).toEqual([...kinds].sort())
  })

  test('tells a part that is named and not there', async () => {
    expect(kindsIn(await wordFileWithout('word/styles.xml'))).toEqual(['relation-target'])
  })

  test('tells more comments than Word opens', async () => {
    const many = Array.from(
      { length: 32_767 },
      (_, index) => `<w:comment w:id="${index + 100}" w:author="Ines Calloway"><w:p/></w:comment>`,
    )
    const pack = await brokenWordFile('word/comments.xml', '</w:comments>', `${many.join('')}</w:comments>`)
    expect(kindsIn(pack)).toEqual(['comment-count', 'comment-unanchored'])
  })

  test('has a file for each kind', () => {
    const shown = new Set<Kind>(DEFECTS.map(([, , , , kinds]) => kinds[0]))
    expect(Object.keys(KINDS).filter((kind) => kind !== 'comment-count' && !shown.has(kind as Kind))).toEqual(
      [],
    )
  })
})
