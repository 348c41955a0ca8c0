import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { importDraft } from '../../../../src/main/import/index.ts'
import { schema } from '../../../../src/shared/document/schema.ts'

async function read(name: string, data: string | Uint8Array) {
  let count = 0
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const draft = await importDraft({ name, bytes, outside: {} }, { now: 0, newId: () => `id${(count += 1)}` })
  if (!draft.ok) return draft.error.message
  const doc = Node.fromJSON(schema, draft.value.doc)
  doc.check()
  const lines = doc.children.map((paragraph) => {
    const list = paragraph.attrs['list'] as { kind: string; level: number } | null
    const head = `${String(paragraph.attrs['style'])}${list ? ` ${list.kind}${list.level}` : ''}`
    const text = paragraph.children.map((node) => {
      const marks = node.marks.map((mark) => String(mark.attrs['href'] ?? mark.type.name)).join(',')
      return marks === '' ? (node.text ?? '|') : `[${marks}:${node.text ?? '|'}]`
    })
    return `${head}: ${text.join('')}`
  })
  return { lines, codes: draft.value.warnings.map((warning) => warning.code) }
}

describe('plain text', () => {
  test('a line is a paragraph, the first the headline, a "By" line the byline', async () => {
    expect(
      await read('a.txt', 'Ferry fares rise\r\nBy Hanne Ostrow\r\nThe council met.\r\n\r\n\r\n'),
    ).toEqual({
      lines: ['headline: Ferry fares rise', 'byline: By Hanne Ostrow', 'body: The council met.'],
      codes: [],
    })
  })

  test('lines wrapped by a mail program are joined again', async () => {
    const wrapped = 'The council met on Tuesday in the old harbour\nhall and said little.'
    expect(await read('a.txt', `Ferry fares rise\n\n${wrapped}\n\nNobody asked.`)).toEqual({
      lines: [
        'headline: Ferry fares rise',
        'body: The council met on Tuesday in the old harbour hall and said little.',
        'body: Nobody asked.',
      ],
      codes: [],
    })
  })

  test('a first paragraph of many words is no headline', async () => {
    expect(await read('a.txt', 'word '.repeat(100))).toEqual({
      lines: ['headline: ', `body: ${'word '.repeat(100).trim()}`],
      codes: ['no-headline'],
    })
  })

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffÉlan', 'utf8'), []],
    ['UTF-16', Buffer.from('\ufeffÉlan', 'utf16le'), []],
    ['UTF-16 the other way round', Buffer.from('\ufeffÉlan', 'utf16le').swap16(), []],
    ['Windows-1252', Buffer.from('Élan', 'latin1'), ['encoding']],
  ])('%s', async (_name, bytes, codes) => {
    expect(await read('a.txt', bytes)).toEqual({ lines: ['headline: Élan'], codes })
  })

  test('empty, blank and binary files, and unknown kinds, are refused in words', async () => {
    expect(await read('a.txt', '')).toBe('The file is empty.')
    expect(await read('a.txt', ' \n ')).toBe('There is no text in this file.')
    expect(await read('a.txt', Buffer.from([1, 0, 2, 0, 0, 3]))).toBe(
      'This is not a text file: it holds binary data.',
    )
    expect(await read('a.pages', 'x')).toBe(
      'Stet opens .docx, .txt, .md and .html drafts, and no .pages files.',
    )
  })
})

describe('Markdown', () => {
  test('headings, lists, quotes, emphasis and safe links come in; HTML stays text', async () => {
    const text = [
      '# Ferry fares rise',
      '## Why',
      'A **bold** and *soft* [source](https://example.org) and [trap](javascript:alert(1)).',
      '- one\n  1. two',
      '> said she',
      '<b>raw</b>',
    ].join('\n\n')
    expect(await read('a.md', text)).toEqual({
      lines: [
        'headline: Ferry fares rise',
        'heading1: Why',
        'body: A [strong:bold] and [em:soft] [https://example.org:source] and [trap](javascript:alert(1)).',
        'body bullet0: one',
        'body ordered1: two',
        'quote: said she',
        'body: <b>raw</b>',
      ],
      codes: [],
    })
  })
})

describe('HTML', () => {
  test('comes in by allow-list', async () => {
    const html = `<!doctype html><title>t</title><style>p{}</style><script>alert(1)</script>
      <h1>Ferry <i>fares</i></h1><p>By Hanne Ostrow</p><h2>Why</h2>
      <p>One <b>two</b>  three<br>four <a href="https://example.org">link</a> <a href="javascript:x()">bad</a></p>
      <ul><li>a<ol><li>b</ol></ul><blockquote><p>said</p></blockquote>
      <p hidden>no</p><p style="display: none">no</p><img src="x.png" onerror="x()"><div>loose<div>inner</div></div>
      <table><tr><td>c1<td>c2</table>`
    expect(await read('a.html', html)).toEqual({
      lines: [
        'headline: Ferry [em:fares]',
        'byline: By Hanne Ostrow',
        'heading1: Why',
        'body: One [strong:two] three|four [https://example.org:link] bad',
        'body bullet0: a',
        'body ordered1: b',
        'quote: said',
        'body: loose',
        'body: inner',
        'body: c1',
        'body: c2',
      ],
      codes: ['link', 'picture', 'table'],
    })
  })

  test('what Google Docs and Word put on a clipboard', async () => {
    const html =
      '<b style="font-weight:normal"><p><span style="font-weight:700">Fares</span> rise</p>' +
      '<p><span style="font-style:italic">Soft</span><o:p>&nbsp;</o:p></p></b>'
    expect(await read('pasted.html', html)).toEqual({
      lines: ['headline: [strong:Fares] rise', 'body: [em:Soft]'],
      codes: [],
    })
  })

  test('a page whose repair would make many more elements than it has is refused at once', async () => {
    const badlyNested = Array.from({ length: 10_000 }, (_, index) => `<b class="${index}"><p>x`).join('')
    expect(await read('a.html', badlyNested)).toMatch(/more than 20,000 pieces/)
  })

  test('a page of too many pieces is refused', async () => {
    expect(await read('a.html', '<p>x</p>'.repeat(20_001))).toMatch(/more than 20,000 pieces/)
  })
})
