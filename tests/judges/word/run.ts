import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { holdable } from '../../../src/main/export/docx/holdable.ts'
import type { WordContent } from '../../../src/main/export/docx/content.ts'
import { writeDocx } from '../../../src/main/export/docx/write.ts'
import { project } from '../../../src/shared/document/projection.ts'
import { mapParagraphs, randomWordArticle } from '../../support/word-articles.ts'
import { ourLines } from './lines.ts'
import { decideWithOffice, officeLines } from './office.ts'
import { pandocLines } from './pandoc.ts'
import { reportOf } from './report.ts'
import type { Answer } from './report.ts'

/** Every paragraph as body text: a program takes a title out of the text, and pandoc joins no headings. */
function withPlainStyles(content: WordContent): WordContent {
  const doc = mapParagraphs(content.doc, ({ paragraphChange }) => ({
    style: 'body',
    paragraphChange: paragraphChange && {
      ...paragraphChange,
      before: { ...paragraphChange.before, style: 'body' },
    },
  }))
  return { ...content, doc }
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { timeout: 60_000, stdio: 'ignore' }).status === 0
}

const READINGS = { accept: 'final', reject: 'original' } as const

/** Lets other programs decide every change of random files, compares, and writes docs/word-judges.md. */
export function judgeWord(count: number, seed: number): boolean {
  const hasOffice = has('soffice')
  const hasPandoc = has('pandoc')
  if (!hasOffice) console.log('SKIPPED: LibreOffice (soffice) is not installed.')
  if (!hasPandoc) console.log('SKIPPED: pandoc is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-judges-'))
  const files = join(folder, 'files')
  mkdirSync(files)
  try {
    const contents = fc.sample(randomWordArticle(12), { numRuns: count, seed }).map(withPlainStyles)
    const paths = contents.map((_, index) => join(files, `${String(index + 1).padStart(4, '0')}.docx`))
    for (const [index, content] of contents.entries()) writeFileSync(paths[index] ?? '', writeDocx(content))
    if (hasOffice) decideWithOffice(files, join(folder, 'profile'), 5)
    const answers = contents.flatMap((content, index) => {
      const { doc } = holdable(content.doc, content.images)
      const path = paths[index] ?? ''
      return (['accept', 'reject'] as const).map((verdict): Answer => {
        const ours = ourLines(project(doc, READINGS[verdict]))
        return {
          file: index + 1,
          verdict,
          doc,
          ours,
          office: hasOffice ? officeLines(path, verdict) : undefined,
          pandoc: hasPandoc ? pandocLines(path, verdict) : undefined,
        }
      })
    })
    const { words, isClean } = reportOf(answers, { count, seed })
    writeFileSync(resolve(import.meta.dirname, '../../../docs/word-judges.md'), words)
    console.log(words.slice(words.indexOf('## Result'), words.indexOf('## Both')))
    return isClean
  } finally {
    if (process.env['KEEP_FILES'] === undefined) rmSync(folder, { recursive: true, force: true })
    else console.log(`Files kept in ${folder}`)
  }
}
