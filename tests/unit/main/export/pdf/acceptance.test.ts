import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../../../../src/main/core/hash.ts'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { squeezed } from '../../../../../src/main/export/pdf/read-back.ts'
import { verifyPdf } from '../../../../../src/main/export/pdf/verify.ts'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { COMMENTS, LEFT_TO_RIGHT, pdfDocument, pdfRequest, REPLY } from '../../../../support/pdf-review.ts'

/**
 * What a finished file must hold, asked of other programs than ours. Signatures have their own tests (`sign.test.ts`);
 * size and time are measured (`npm run bench:pdf`).
 */

const CHILD = resolve(import.meta.dirname, '../../../../support/pdf-hash.ts')
const PDFINFO = 'pdfinfo'
const QPDF = 'qpdf'

let folder = ''
let packet: Uint8Array
let hash = ''
const file = (name: string) => join(folder, name)

async function made(variant: 'packet' | 'clean', engine?: 'native' | 'wasm'): Promise<Uint8Array> {
  const outcome = await exportPdf(variant, pdfRequest(), engine ? { engine } : {})
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-accept-'))
  packet = await made('packet')
  hash = createHash('sha256').update(packet).digest('hex')
  writeFileSync(file('r.pdf'), packet)
  writeFileSync(file('clean.pdf'), await made('clean'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Skips where the program is missing, and says so. */
function needs(program: string, context: { skip: () => void }): void {
  if (!spawnSync(program, ['--version']).error) return
  console.log(`${program} is not installed: what it says of finished files is skipped.`)
  context.skip()
}

const ask = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

describe('1. the same bytes', () => {
  const elsewhere = (env: NodeJS.ProcessEnv): string =>
    execFileSync(process.execPath, [CHILD], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    }).trim()

  test('by the other engine', async () => {
    expect(
      createHash('sha256')
        .update(await made('packet', 'wasm'))
        .digest('hex'),
    ).toBe(hash)
  }, 120_000)

  test('in another time zone, language and folder, and with more fonts on the machine', () => {
    const fonts = join(folder, '.local/share/fonts')
    mkdirSync(fonts, { recursive: true })
    const require = createRequire(import.meta.url)
    const font = (name: string): string => require.resolve(`@expo-google-fonts/${name}`)
    copyFileSync(
      font('noto-serif-hebrew/900Black/NotoSerifHebrew_900Black.ttf'),
      join(fonts, 'hebrew-black.ttf'),
    )
    copyFileSync(font('source-serif-4/300Light/SourceSerif4_300Light.ttf'), join(fonts, 'serif-light.ttf'))
    const env = { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
    expect(elsewhere({ ...env, HOME: folder })).toBe(hash)
  }, 120_000)
})

describe('what poppler and qpdf say', () => {
  test('2. a tagged PDF 1.7 with its title, without script or lock', (context) => {
    needs(PDFINFO, context)
    const info = ask(PDFINFO, file('r.pdf'))
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/PDF version: +1\.7/)
    expect(info).toMatch(/JavaScript: +no/)
    expect(info).toMatch(/Encrypted: +no/)
    expect(info).toContain(LEFT_TO_RIGHT[0])
  })

  test('3. no fault, and no font but ours, each within the file and with its letters', (context) => {
    needs(QPDF, context)
    needs('pdffonts', context)
    for (const name of ['r.pdf', 'clean.pdf']) {
      expect(ask(QPDF, '--check', file(name))).toContain('No syntax or stream encoding errors found')
      const rows = ask('pdffonts', file(name)).trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(4)
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+Stet.* yes yes yes +\d+ +\d+$/)
    }
  })

  test('4. every page, hash, comment, reply, claim and decision can be read', (context) => {
    needs('pdftotext', context)
    const text = squeezed(ask('pdftotext', '-layout', file('r.pdf'), '-'))
    const pages = Number(/Pages: +(\d+)/.exec(ask(PDFINFO, file('r.pdf')))?.[1])
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Page${page}of${pages}`)
    expect(text).toContain(sha256(canonicalText(pdfDocument())).slice(0, 16))
    for (const words of [
      ...COMMENTS,
      REPLY,
      'resolved by Ines Calloway',
      'UNMET',
      'Minutes of the port',
      'NOT APPROVED',
      'Only after the second source.',
    ])
      expect(text).toContain(squeezed(words))
  })

  test('5. the clean copy is the approved text, and holds nothing that was deleted', (context) => {
    needs('pdftotext', context)
    const text = squeezed(ask('pdftotext', '-raw', file('clean.pdf'), '-'))
    for (const paragraph of LEFT_TO_RIGHT) expect(text).toContain(squeezed(paragraph))
    expect(text).not.toContain('yesterday')
    expect(text).not.toContain('Calloway')
  })

  test('6. headings never skip a level, tables tell their heads, comments have their place', (context) => {
    needs(PDFINFO, context)
    const tree = ask(PDFINFO, '-struct', file('r.pdf'))
    const levels = [...tree.matchAll(/^ *H([1-6]) /gm)].map((found) => Number(found[1]))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
    expect(tree).toMatch(/^ *TH /m)
    expect(tree).toMatch(/Scope/)
    // Two comments, one reply and one resolution.
    expect(tree.match(/^ *Annot/gm)).toHaveLength(4)
  }, 120_000)

  test('8. the review comes along, and hashes to what is printed', async (context) => {
    needs('pdfdetach', context)
    expect(ask('pdfdetach', '-list', file('r.pdf'))).toContain('review.json')
    ask('pdfdetach', '-saveall', '-o', folder, file('r.pdf'))
    const data = JSON.parse(readFileSync(file('review.json'), 'utf8')) as { text: string; textHash: string }
    expect(sha256(data.text)).toBe(data.textHash)
    const verified = await verifyPdf(packet)
    expect(verified).toMatchObject({ faults: [], textHash: data.textHash })
  })

  test('9. it says that it is PDF/A-3a and PDF/UA-1, shows its title, and names its data', (context) => {
    needs(QPDF, context)
    ask(QPDF, '--qdf', '--object-streams=disable', file('r.pdf'), file('plain.pdf'))
    const source = readFileSync(file('plain.pdf'), 'latin1')
    for (const words of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/DisplayDocTitle true',
      '/AFRelationship /Data',
    ])
      expect(source).toContain(words)
    expect(source).toMatch(/\/Lang \(en/)
    expect(source).toMatch(/\/AF \[/)
    expect(source).toMatch(/\/MarkInfo/)
  })
})

describe('what pdf.js says', () => {
  const open = async (bytes: Uint8Array) => {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    return pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise
  }

  test('7. a highlight for each comment, replies tied to theirs, a bookmark for each heading', async () => {
    const pdf = await open(packet)
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
    )
    const all = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as readonly {
      id: string
      subtype: string
      inReplyTo?: string
    }[]
    const highlights = all.filter(({ subtype }) => subtype === 'Highlight')
    expect(highlights).toHaveLength(COMMENTS.length)
    const replies = all.filter(({ inReplyTo }) => inReplyTo !== undefined)
    expect(replies).toHaveLength(2)
    for (const { inReplyTo } of replies) expect(highlights.map(({ id }) => id)).toContain(inReplyTo)
    const titles = JSON.stringify(await pdf.getOutline())
    for (const title of [LEFT_TO_RIGHT[0], 'Claims', 'Comments', 'Changes', 'Signatures']) {
      expect(titles).toContain(title)
    }
  })

  test('11. hostile words are printed as they are, and what no font has as its code', async () => {
    const pdf = await open(packet)
    const texts = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { items } = await (await pdf.getPage(index + 1)).getTextContent({ disableNormalization: true })
        return items.map((item) => ('str' in item ? item.str : '')).join('')
      }),
    )
    const text = squeezed(texts.join(''))
    for (const words of [
      '#panic("out")@smith#import"@preview/x:1.0.0"$x^2$<label>',
      'before⟦U+0000⟧after⟦U+202E⟧reversed⟦U+202C⟧⟦U+FEFF⟧⟦U+E000⟧⟦U+D800⟧',
      '⟦U+0E20⟧',
      '⟦U+10E5⟧',
    ])
      expect(text).toContain(words)
    expect(text.match(/n{30}/g)?.length ?? 0).toBeGreaterThanOrEqual(160)
  })
})
