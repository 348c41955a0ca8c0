import { describe, expect, test } from 'vitest'
import { readAny } from '../../../../../src/main/export/pdf/read-any.ts'
import { exportPdf, fileName } from '../../../../../src/main/export/pdf/index.ts'
import { pdfSource } from '../../../../support/pdf-source.ts'
import { claimLink } from '../../../../support/rows.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import {
  approved,
  article,
  claim,
  deleted,
  HANNE,
  INES,
  inserted,
  marked,
  para,
  request,
  review,
  run,
  source,
  thread,
  TOBIAS,
} from './builders.ts'

type Variant = Parameters<typeof exportPdf>[0]

async function made(variant: Variant, of: ExportRequest, engine?: 'native' | 'wasm') {
  const outcome = await exportPdf(variant, of, engine ? { engine } : {})
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

/** Everything that stands in the file, without spaces. */
async function read(variant: Variant, of: ExportRequest): Promise<string> {
  const pages = await readAny((await made(variant, of)).bytes)
  return pages.map((page) => `${page.body}|${page.artifacts}`).join('|')
}

function full(fields: Partial<ExportRequest> = {}): ExportRequest {
  const doc = marked()
  const attestation = { by: TOBIAS.id, at: 0, reason: 'Afraid for her post.' }
  const unnamed = source('s1', {
    title: 'A clerk of the court',
    grade: 'D',
    origin: 'the registry',
    onRecord: 'unnamed',
    attestation,
  })
  const results = [
    {
      rule: 'R6',
      title: 'Event',
      state: 'unmet' as const,
      why: 'One source only.',
      remedy: 'A second one.',
      waivedBy: [],
      waiverId: null,
    },
  ]
  const use = { ...claimLink(unnamed.id), locator: 'p. 3' }
  const state = review(doc, {
    claims: [claim('c1', 'in Osterlee', { sources: [use], results })],
    sources: [unnamed],
    threads: [thread('t1', HANNE, 'Who says so?')],
  })
  return request(doc, { state, ...fields })
}

describe('the packet', () => {
  test('has the same bytes from both engines, and twice', async () => {
    const native = await made('packet', full(), 'native')
    const again = await made('packet', full(), 'native')
    const wasm = await made('packet', full(), 'wasm')
    expect(Buffer.from(native.bytes).equals(Buffer.from(wasm.bytes))).toBe(true)
    expect(Buffer.from(native.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  }, 60_000)

  test('holds the verdict, the text, the register, the comments, the redline and the foot', async () => {
    const file = await made('packet', full())
    const all = (await readAny(file.bytes)).map((page) => page.body + page.artifacts).join('')
    for (const words of [
      'NOTAPPROVED',
      '1thingblocksapproval:B5.Notforpublication.',
      'Elevenpeoplewerearrestedbeforedawn inOsterlee.'.replaceAll(' ', ''),
      'R6Event:UNMET.Onesourceonly.Tomeetit:Asecondone.',
      'Aclerkofthecourt',
      'Attested by Tobias Reuk'.replaceAll(' ', ''),
      'Whosaysso?',
      'yesterdaybeforedawn',
      '9f3c41d27ab8',
      'teld-taskforce-26,v7',
    ]) {
      expect(all).toContain(words)
    }
    expect(file.name).toBe('teld-taskforce-26-v7-packet.pdf')
    expect(file.checked).toMatch(
      /^Read back and checked: \d+ pages, 23 words, the hash 9f3c 41d2 7ab8 on every page\.$/,
    )
    expect(file.warnings).toEqual([])
  })

  test('says APPROVED only over the signature of this text and this evidence', async () => {
    const doc = article(para('headline', 'Nine boats seized'), para('body', 'Nine.'))
    const state = approved(doc)
    const other = { ...state, textHash: '1'.repeat(64) }
    expect(await read('packet', request(doc, { state }))).toContain(
      'APPROVEDbyHanneOstrow,approver,20November2026',
    )
    expect(await read('packet', request(doc, { state: other }))).toContain('NOTAPPROVED')
  })

  test('tells an outside reader no name of the desk, no comment and no attester', async () => {
    const all = await read('packet', full({ audience: 'external' }))
    for (const hidden of ['Ines', 'Tobias', 'Hanne', 'Whosaysso', 'Attested', 'theregistry', 'p.3']) {
      expect(all).not.toContain(hidden)
    }
    expect(all).toContain('editor1')
    expect(all).toContain('Aclerkofthecourt')
    expect(all).toContain('ByJonahPell')
  })

  test('prints markup, controls and letters without a glyph as they are', async () => {
    const hostile = '#panic() @ref $x$ = Head *b* <tag> \\n // ภ \u202e \u0000 \ud83d'
    const doc = article(para('headline', hostile), para('body', 'x'.repeat(5000)))
    const file = await made('packet', request(doc))
    const all = (await readAny(file.bytes)).map((page) => page.body).join('')
    expect(all).toContain('#panic()@ref$x$=Head*b*<tag>\\n//⟦U+0E20⟧⟦U+202E⟧⟦U+0000⟧⟦U+D83D⟧')
    expect(all).toContain('x'.repeat(5000))
    expect(file.warnings.map((warning) => warning.code)).toEqual(['pdf-characters'])
  })

  test('carries no font but our own, and no date but the one given', async () => {
    const { bytes } = await made('packet', full())
    const raw = pdfSource(bytes)
    const fonts = [...raw.matchAll(/\/BaseFont\s*\/([^\s/]+)/g)].map((match) => match[1] ?? '')
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !/^[A-Z]{6}\+Stet/.test(font))).toEqual([])
    expect(raw).toContain('/CreationDate (D:20261120154402')
  })

  test('has a bookmark for every section', async () => {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const { bytes } = await made('packet', full())
    const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 })
    const document = await task.promise
    const outline = (await document.getOutline()) ?? []
    expect(outline.map((one) => one.title)).toEqual(['Task force breaks up smuggling ring'])
    expect(outline[0]?.items.map((one: { title: string }) => one.title)).toEqual([
      'Approval',
      'What blocks approval',
      'Counts',
      'Contents',
      'The text, v7',
      'Claims',
      'Comments',
      'Style findings',
      'Changes',
      'Signatures',
      'Redline, every open change',
      'About this file',
    ])
    await task.destroy()
  })
})

describe('the clean copy', () => {
  test('holds the final text and no deleted word', async () => {
    const all = await read('clean', full())
    expect(all).toContain('ElevenpeoplewerearrestedbeforedawninOsterlee.')
    expect(all).not.toContain('yesterday')
    expect(all).not.toContain('Ines')
  })

  test('keeps every paragraph of a text in several scripts, lists and styles', async () => {
    const doc = article(
      para('headline', 'Zwölf Boxkämpfer'),
      para('standfirst', 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία'),
      para('heading1', 'Съешь ещё этих'),
      para('body', 'Office, ﬁne — 3.5 % “quoted” 😀 👩‍👩‍👧 Tiếng Việt'),
      para('quote', 'He said: no.'),
      para('heading3', 'Skips a level'),
      para('body', 'Letters of one shape: ‘q’ ʻokina it’s itʼs ‑ ‐ - µ μ Ω Ω, ABE ΑΒΕ АВЕ'),
      para(
        'body',
        'Letters from parts: e\u0301 n\u0303 Ǫ ǫ Nguyễn Łódź İzmir; spaces a\u00a0b\u2009c\u202fd',
      ),
    )
    expect((await made('clean', request(doc))).checked).toContain('no deleted word in it')
  })
})

test('the redline shows what was struck beside what replaces it', async () => {
  const doc = article(
    para('headline', 'Nine boats'),
    para('body', run('Nine', deleted(INES)), run('Ten', inserted(TOBIAS)), ' boats.'),
  )
  const all = await read('redline', request(doc))
  expect(all).toContain('NineTenboats.')
  expect(all).toContain('ICInesCalloway,1change')
})

test.each([
  ['teld-26', 'teld-26-v7-clean.pdf'],
  ['', 'article-v7-clean.pdf'],
  ['../a b/ü?', 'a-b-ü-v7-clean.pdf'],
])('slug %j gives the file name %j', (slug, name) => {
  expect(fileName(slug, 7, 'clean')).toBe(name)
})
