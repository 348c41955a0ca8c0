import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '../../../../src/main/pdf/annotate.ts'
import type { Remark } from '../../../../src/main/pdf/annotate.ts'
import { attach } from '../../../../src/main/pdf/attach.ts'
import { openPdf } from '../../../../src/main/pdf/file.ts'
import { identify } from '../../../../src/main/pdf/identify.ts'
import { NotPdf } from '../../../../src/main/pdf/parse.ts'
import { plainPdf } from '../../../support/plain-pdf.ts'

const REMARK: Remark = {
  id: 't1',
  page: 1,
  lines: [
    { left: 70, bottom: 700, right: 120, top: 712 },
    { left: 70, bottom: 684, right: 90.5, top: 696 },
  ],
  colour: [1, 0.9, 0.6],
  author: 'Ines Calloway',
  at: Date.UTC(2026, 10, 22, 9, 30),
  text: 'Which “one”?',
  replies: [{ author: 'Mara Oyelle', at: Date.UTC(2026, 10, 22, 9, 31), text: 'The first.' }],
  resolved: { author: 'Dov Lassiter', at: Date.UTC(2026, 10, 22, 9, 32), text: 'Resolved by Dov Lassiter' },
}

let plain: Uint8Array
const folder = mkdtempSync(join(tmpdir(), 'stet-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  plain = await plainPdf()
})

function amended(): Uint8Array {
  const file = openPdf(plain)
  annotate(file, [REMARK])
  const bytes = Buffer.from('{"words":"Teld"}')
  attach(file, { name: 'review.json', description: 'The review', type: 'application/json', bytes, at: 0 })
  identify(file)
  return file.write()
}

async function open(bytes: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return pdfjs.getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
}

async function words(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes)
  let all = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    all += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return all
}

describe('a file that is amended', () => {
  test('shows the same words, is smaller, and is the same each time', async () => {
    const written = openPdf(plain).write()
    expect(await words(written)).toBe(await words(plain))
    expect(written.length).toBeLessThan(plain.length)
    expect(Buffer.compare(amended(), amended())).toBe(0)
  })

  test('says what it is, and what it is called', async () => {
    const document = await open(amended())
    const { metadata } = await document.getMetadata()
    const raw = String(metadata?.getRaw())
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(await document.getViewerPreferences()).toEqual(
      new Map<string, unknown>([
        ['Direction', 'L2R'],
        ['DisplayDocTitle', true],
      ]),
    )
  })

  test('carries its data', async () => {
    const attachments = await (await open(amended())).getAttachments()
    expect([...(attachments?.values() ?? [])]).toMatchObject([
      { filename: 'review.json', description: 'The review' },
    ])
  })

  test('holds the comment on its lines, with who said what when', async () => {
    const page = await (await open(amended())).getPage(2)
    const [highlight, reply, state] = await page.getAnnotations()
    expect(highlight).toMatchObject({
      subtype: 'Highlight',
      titleObj: { str: 'Ines Calloway' },
      contentsObj: { str: 'Which “one”?' },
      rect: [70, 684, 120, 712],
    })
    expect([...highlight.quadPoints].slice(0, 8)).toEqual([70, 712, 120, 712, 70, 700, 120, 700])
    expect(reply).toMatchObject({ titleObj: { str: 'Mara Oyelle' }, inReplyTo: highlight.id, replyType: 'R' })
    expect(state).toMatchObject({ state: 'Completed', stateModel: 'Review', inReplyTo: highlight.id })
  })

  test('keeps the link that stood on its page', async () => {
    const page = await (await open(amended())).getPage(1)
    expect(await page.getAnnotations()).toMatchObject([{ subtype: 'Link', url: 'https://example.org/' }])
  })

  test('is without fault for qpdf, and its structure names every comment for poppler', (context) => {
    const path = join(folder, 'amended.pdf')
    writeFileSync(path, amended())
    if (spawnSync('qpdf', ['--version']).error || spawnSync('pdfinfo', ['-v']).error) {
      console.log('qpdf or poppler is not installed: what they say of amended files is skipped.')
      context.skip()
    }
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream')
    const tree = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' })
    expect(tree.match(/^ *Annot/gm)).toHaveLength(3)
  })
})

test('a page that is not there takes no comment', () => {
  const file = openPdf(plain)
  expect(() => annotate(file, [{ ...REMARK, page: 9 }])).toThrow(NotPdf)
})

test('bytes that are cut, changed or no PDF are refused, and nothing else is thrown', () => {
  expect(() => openPdf(Buffer.from('no'))).toThrow(NotPdf)
  expect(() => openPdf(openPdf(plain).write())).toThrow(NotPdf)
  const cuts = fc.nat(plain.length - 1)
  const bytes = fc.array(fc.record({ at: cuts, byte: fc.nat(255) }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(cuts, bytes, fc.boolean(), (length, changes, isCut) => {
      const copy = isCut ? plain.slice(0, length) : plain.slice()
      for (const { at, byte } of isCut ? [] : changes) copy[at] = byte
      try {
        const file = openPdf(copy)
        annotate(file, [REMARK])
        identify(file)
        file.write()
      } catch (error) {
        expect(error).toBeInstanceOf(NotPdf)
      }
    }),
    { numRuns: 300 },
  )
})
