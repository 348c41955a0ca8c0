import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { importDraft } from '../../../../../src/main/import/index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'
import type { WordFileParts } from '../../../../support/word-file.ts'

async function read(parts: WordFileParts, outside: Readonly<Record<string, string>> = {}) {
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  const draft = await importDraft({ name: 'a.docx', bytes: wordFile(parts), outside }, { now: 5, newId })
  if (!draft.ok) throw new Error(draft.error.message)
  const doc = Node.fromJSON(schema, draft.value.doc)
  return {
    ...draft.value,
    doc,
    codes: draft.value.warnings.map((warning) => warning.code),
    original: paragraphTexts(project(doc, 'original')),
    final: paragraphTexts(project(doc, 'final')),
    lines: doc.children.map(lineOf),
  }
}

/** "style list: text" with the names of plain marks before the pieces that have them. */
function lineOf(paragraph: Node): string {
  const list = paragraph.attrs['list'] as { kind: string; level: number } | null
  const pieces = paragraph.children.map((node) => {
    const shown = node.marks.filter((mark) => mark.type.name !== 'look')
    const marks = shown.map((mark) => String(mark.attrs['href'] ?? mark.type.name))
    return marks.length === 0 ? (node.text ?? '|') : `[${marks.join(',')}:${node.text ?? '|'}]`
  })
  const align = paragraph.attrs['align'] === 'start' ? '' : ` ${String(paragraph.attrs['align'])}`
  return `${String(paragraph.attrs['style'])}${list ? ` ${list.kind}${list.level}` : ''}${align}: ${pieces.join('')}`
}

const HEAD = plainParagraph('Ferry fares rise')
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedRun = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const by = (author: string, date = '2026-09-14T14:00:00Z'): string =>
  `w:id="1" w:author="${author}" w:date="${date}"`

describe('text of a Word file', () => {
  test('styles, outline levels, lists and alignment', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>'
    const numbering =
      '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    const item = (level: number): string =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`
    const draft = await read({
      body: [
        plainParagraph('Ferry fares rise', '<w:pStyle w:val="T"/>'),
        plainParagraph('By Hanne Ostrow'),
        plainParagraph('Why', '<w:pStyle w:val="Mine"/>'),
        plainParagraph('How', '<w:outlineLvl w:val="0"/>'),
        plainParagraph('one', item(0)),
        plainParagraph('two', item(1)),
        plainParagraph('Mid', '<w:jc w:val="center"/>'),
      ].join(''),
      sides: { styles: ['w:styles', styles], numbering: ['w:numbering', numbering] },
    })
    expect(draft.lines).toEqual([
      'headline: Ferry fares rise',
      'byline: By Hanne Ostrow',
      'heading2: Why',
      'heading1: How',
      'body bullet0: one',
      'body ordered1: two',
      'body center: Mid',
    ])
  })

  test('emphasis by itself and by style, special characters, links', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Soft"><w:name w:val="Soft"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="L"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const draft = await read({
      body:
        HEAD +
        `<w:p>${run('b', '<w:b/>')}${run('n', '<w:b w:val="0"/>')}${run('i', '<w:rStyle w:val="Soft"/>')}` +
        run('s', '<w:strike/><w:vertAlign w:val="superscript"/>') +
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>' +
        `<w:p><w:hyperlink r:id="good">${run('good', '<w:rStyle w:val="L"/>')}</w:hyperlink>` +
        `<w:hyperlink r:id="bad">${run(' bad')}</w:hyperlink>` +
        `${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/f" </w:instrText></w:r>` +
        `${field('separate')}${run(' field')}${field('end')}${run(' end')}</w:p>`,
      sides: { styles: ['w:styles', styles] },
      links: { good: 'https://example.org', bad: 'javascript:alert(1)' },
    })
    expect(draft.lines.slice(1)).toEqual([
      'body: [strong:b]n[em:i][strike,superscript:s]a\tb|\u2011\u00ad',
      'body: [https://example.org:good] bad[https://example.org/f: field] end',
    ])
    expect(draft.codes).toEqual(['link'])
  })

  test('tables, notes, text boxes, content controls and unknown wrappers hide no text', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${plainParagraph('boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>`
    const draft = await read({
      body:
        HEAD +
        `<w:tbl><w:tr><w:tc>${plainParagraph('c1')}</w:tc><w:tc>${plainParagraph('c2')}</w:tc></w:tr></w:tbl>` +
        `<w:sdt><w:sdtContent>${plainParagraph('controlled')}</w:sdtContent></w:sdt>` +
        `<w:p><w:smartTag>${run('smart')}</w:smartTag><w:r><w:footnoteReference w:id="2"/></w:r><w:r>${box}</w:r></w:p>` +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('open field')}</w:p>`,
      sides: { footnotes: ['w:footnotes', `<w:footnote w:id="2">${plainParagraph('a note')}</w:footnote>`] },
    })
    expect(draft.final).toEqual([
      'Ferry fares rise',
      'c1',
      'c2',
      'controlled',
      'smart\uFFFC\uFFFC',
      'a note',
      'open field',
    ])
    expect(draft.doc.child(3).lastChild?.attrs).toMatchObject({ kind: 'textbox', text: 'boxed' })
    expect(draft.codes).toEqual(['field'])
  })
})

describe('tracked changes of a Word file', () => {
  test('insertions, deletions, one in the other, moves; touching pieces are one change', async () => {
    const draft = await read({
      body:
        HEAD +
        `<w:p>${run('a')}<w:ins ${by('Mara Oyelle')}>${run('b')}</w:ins><w:ins ${by('Mara Oyelle')}>${run('c', '<w:b/>')}</w:ins>` +
        `<w:del ${by('Dov Lassiter')}>${deletedRun('d')}</w:del>` +
        `<w:ins ${by('Mara Oyelle')}><w:del ${by('Dov Lassiter')}>${deletedRun('e')}</w:del></w:ins>` +
        `<w:moveFrom ${by('Petra Sund')}>${run('f')}</w:moveFrom>${run('g')}<w:moveTo ${by('Petra Sund')}>${run('f')}</w:moveTo></w:p>`,
    })
    expect([draft.original[1], draft.final[1]]).toEqual(['adfg', 'abcgf'])
    expect(draft.changes.map((change) => change.kind)).toEqual([
      'insertion',
      'deletion',
      'insertion',
      'deletion',
      'insertion',
    ])
    expect(draft.people.map((person) => [person.name, person.initials, person.outside])).toEqual([
      ['Mara Oyelle', 'MO', true],
      ['Dov Lassiter', 'DL', true],
      ['Petra Sund', 'PS', true],
    ])
  })

  test('paragraph ends, properties and formats', async () => {
    const mark = (name: string, author: string): string => `<w:rPr><w:${name} ${by(author)}/></w:rPr>`
    const draft = await read({
      body: [
        HEAD,
        plainParagraph('One. ', mark('del', 'Mara Oyelle')),
        plainParagraph('Two. ', mark('ins', 'Mara Oyelle')),
        plainParagraph(
          'Three.',
          `<w:outlineLvl w:val="1"/><w:pPrChange ${by('Dov Lassiter')}><w:pPr/></w:pPrChange>`,
        ),
        `<w:p>${run('bold', `<w:b/><w:rPrChange ${by('Dov Lassiter')}><w:rPr><w:i/></w:rPr></w:rPrChange>`)}` +
          `${run(' red', `<w:color w:val="FF0000"/><w:rPrChange ${by('Dov Lassiter')}><w:rPr/></w:rPrChange>`)}</w:p>`,
      ].join(''),
    })
    expect(draft.original).toEqual(['Ferry fares rise', 'One. ', 'Two. Three.', 'bold red'])
    expect(draft.final).toEqual(['Ferry fares rise', 'One. Two. ', 'Three.', 'bold red'])
    expect(draft.changes.map((change) => change.kind)).toEqual(['join', 'split', 'paragraph', 'format'])
    expect(project(draft.doc, 'original').children.map(lineOf).slice(2)).toEqual([
      'body: Two. Three.',
      'body: [em:bold] red',
    ])
    expect(draft.codes).toEqual([])
  })

  test('dates come in as they were written', async () => {
    const change = (date: string, more = ''): string =>
      `<w:p>${run('x')}<w:ins w:id="1" w:author="Mara Oyelle" ${date === '' ? '' : `w:date="${date}"`} ${more}>${run('y')}</w:ins></w:p>`
    const draft = await read({
      body:
        HEAD +
        change('2026-09-14T14:00:00.123-07:00') +
        change('2026-09-14T14:00:00Z', 'w16du:dateUtc="2026-09-14T12:00:00Z"') +
        change('yesterday') +
        change(''),
    })
    expect(draft.changes.map(({ at, dateRaw }) => [at, dateRaw])).toEqual([
      [Date.UTC(2026, 8, 14, 21), '2026-09-14T14:00:00.123-07:00'],
      [Date.UTC(2026, 8, 14, 12), '2026-09-14T14:00:00Z'],
      [null, 'yesterday'],
      [null, ''],
    ])
    expect(draft.codes).toEqual(['date'])
  })

  test('a person known from an earlier file keeps the id', async () => {
    const body = `${HEAD}<w:p><w:ins ${by('Mara Oyelle')}>${run('y')}</w:ins></w:p>`
    const draft = await read({ body }, { 'Mara Oyelle': 'mara' })
    expect([draft.people, draft.changes[0]?.authorId]).toEqual([[], 'mara'])
  })
})

describe('comments of a Word file', () => {
  const comment = (id: string, paraId: string, text: string): string =>
    `<w:comment w:id="${id}" w:author="Petra Sund" w:date="2026-09-14T14:00:00Z" w:initials="PS"><w:p w14:paraId="${paraId}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
  const start = (id: string): string => `<w:commentRangeStart w:id="${id}"/>`
  const end = (id: string): string =>
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

  test('threads with replies and resolved state, ranges over paragraphs, comments at a point, strays', async () => {
    const draft = await read({
      body:
        HEAD +
        `<w:p>${run('one ')}${start('1')}${start('2')}${run('two')}</w:p><w:p>${run('three')}${end('1')}${end('2')} ` +
        `${run(' four five')}<w:r><w:commentReference w:id="3"/></w:r>${run(' six')}${start('99')}</w:p>`,
      sides: {
        comments: [
          'w:comments',
          [
            comment('1', 'A1', 'Why?'),
            comment('2', 'A2', 'Because.'),
            comment('3', 'A3', 'Here.'),
            comment('4', 'A4', 'Nowhere.'),
            comment('4', 'A5', 'Again.'),
          ].join(''),
        ],
        commentsExtended: [
          'w15:commentsEx',
          '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/>',
        ],
      },
    })
    const told = draft.threads.map((thread) => ({
      texts: thread.messages.map((message) => message.text),
      target: thread.target.kind,
      quote: thread.quote,
      resolved: thread.resolvedAt !== null,
    }))
    expect(told).toEqual([
      { texts: ['Why?', 'Because.'], target: 'range', quote: 'two three', resolved: true },
      { texts: ['Here.'], target: 'range', quote: 'five', resolved: false },
      { texts: ['Nowhere.'], target: 'article', quote: '', resolved: false },
    ])
    expect(draft.codes).toEqual(['comment', 'comment', 'comment'])
  })

  test('a comment at a point behind a line break is on the word before it, and on the break', async () => {
    const body = `${HEAD}<w:p>${run('one two')}<w:r><w:br/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`
    const draft = await read({ body, sides: { comments: ['w:comments', comment('1', 'A1', 'Why?')] } })
    expect(draft.lines[1]).toBe('body: one [comment:two][comment:|]')
  })
})

describe('a file that is not taken', () => {
  const reason = async (bytes: Uint8Array): Promise<string> => {
    const draft = await importDraft({ name: 'a.docx', bytes, outside: {} }, { now: 0, newId: () => 'id' })
    return draft.ok ? 'taken' : draft.error.message
  }

  test.each([
    ['macros', wordFile({ body: HEAD, more: { 'word/vbaProject.bin': 'x' } }), /macros/],
    [
      'another kind of package',
      wordFile({ body: HEAD, mainType: 'application/x-sheet' }),
      /not a Word document/,
    ],
    ['HTML under a Word name', Buffer.from('<html></html>'), /not a Word file/],
    ['RTF', Buffer.from('{\\rtf1 x}'), /RTF/],
    ['the old Word format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Word format/],
    ['broken XML', wordFile({ body: '<w:p>' }), /not well-formed/],
    [
      'deep tables',
      wordFile({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(17)}${'</w:tc></w:tr></w:tbl>'.repeat(17)}` }),
      /Tables are nested/,
    ],
  ])('%s is refused in words', async (_what, bytes, message) => {
    expect(await reason(bytes)).toMatch(message)
  })
})
