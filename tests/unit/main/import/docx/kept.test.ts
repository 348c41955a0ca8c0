import { describe, expect, test } from 'vitest'
import { plainParagraph } from '../../../../support/word-file.ts'
import { readWordFile } from '../../../../support/read-word.ts'

/** What Stet has no words for stands in the line as one thing, and its own words are kept. */

const by = 'w:id="1" w:author="Mara Oyelle" w:date="2026-09-14T14:00:00Z"'
const other = 'w:id="2" w:author="Dov Lassiter" w:date="2026-09-14T15:00:00Z"'
const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
const character = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (words: string): string =>
  `<w:r><w:instrText xml:space="preserve"> ${words} </w:instrText></w:r>`
const field = (words: string, result: string): string =>
  character('begin') + code(words) + character('separate') + result + character('end')
const paragraph = (inner: string) => readWordFile({ body: `<w:p>${inner}</w:p>` })

describe('a field', () => {
  test('is one thing in the line, with its result and its own words', async () => {
    const xml = field('REF _Ref1', run('Figure 3'))
    const { line, doc, xml: kept, payloads } = await paragraph(run('see ') + xml + run('.'))
    expect(line).toEqual(['see ', '[field: Figure 3]', '.'])
    const key = doc.firstChild?.child(1).attrs['key'] as unknown
    expect(kept(key)).toBe(xml)
    expect(payloads.get(String(key))).toMatchObject({ place: 'line', part: 'word/document.xml' })
  })

  test('within another one is part of it; bookmarks in it are, too', async () => {
    const inner = `${field('PAGEREF x', run('7'))}<w:bookmarkStart w:id="5" w:name="b"/>${run('!')}`
    const { line } = await paragraph(field('IF', inner) + run(' end'))
    expect(line).toEqual(['[field: 7!]', ' end'])
  })

  test('that is a link is text that links, also to a place in the text', async () => {
    const { doc } = await paragraph(
      field('HYPERLINK "https://example.org" \\l "top"', run('there')) +
        field('HYPERLINK \\l "_Toc1"', run(' here')) +
        `<w:hyperlink w:anchor="b1">${run(' and here')}</w:hyperlink>`,
    )
    const links = doc.firstChild?.children.map((node) => [node.text, node.marks[0]?.attrs['href'] as unknown])
    expect(links).toEqual([
      ['there', 'https://example.org#top'],
      [' here', '#_Toc1'],
      [' and here', '#b1'],
    ])
  })

  test('of which only a part is tracked is looked into, so that nothing tracked is hidden', async () => {
    const result = `${run('Figure ')}<w:ins ${by}>${run('3')}</w:ins>`
    const { line, changes } = await paragraph(field('REF _Ref1', result))
    expect(line).toEqual(['Figure ', '3'])
    expect(changes.map(({ kind }) => kind)).toEqual(['insertion'])
  })

  test('that is tracked as a whole is, and kept as it is when nothing is deleted', async () => {
    const deleted = field('DATE', run('today'))
      .replace(/w:t\b/g, 'w:delText')
      .replace(/instrText/g, 'delInstrText')
    const pieces = deleted.replace(/<w:r>.*?<\/w:r>/g, (one) => `<w:del ${by}>${one}</w:del>`)
    const { line, doc, xml, changes } = await paragraph(pieces)
    expect([line, changes.map(({ kind }) => kind)]).toEqual([['[field: today]'], ['deletion']])
    expect(xml(doc.firstChild?.child(0).attrs['key'])).toBe(field('DATE', run('today')))
  })

  test.each([
    ['a long result', field('QUOTE', run('word '.repeat(200))), 'word '.repeat(200)],
    ['a note in it', field('REF x', `${run('a')}<w:r><w:footnoteReference w:id="9"/></w:r>`), 'a'],
    [
      'text behind its end in the same run',
      `${character('begin')}${code('REF x')}${character('separate')}${run('a')}<w:r><w:fldChar w:fldCharType="end"/><w:t>b</w:t></w:r>`,
      'ab',
    ],
    ['no end', character('begin') + code('REF x') + character('separate') + run('a'), 'a'],
    ['nothing to show', character('begin') + code('XE "ferry"') + character('end') + run('a'), 'a'],
  ])('with %s is looked into', async (_what, xml, words) => {
    const { line } = await paragraph(xml)
    expect(line.join('')).toBe(words)
  })

  test('in one element is kept alike', async () => {
    const simple = `<w:fldSimple w:instr=" PAGE ">${run('4')}</w:fldSimple>`
    const { line, doc, xml } = await paragraph(
      simple + `<w:fldSimple w:instr=" PAGE ">${run('5')}<w:ins ${by}>${run('6')}</w:ins></w:fldSimple>`,
    )
    expect(line).toEqual(['[field: 4]', '5', '6'])
    expect(xml(doc.firstChild?.child(0).attrs['key'])).toBe(simple)
  })
})

describe('what is no text', () => {
  const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
  const C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
  const V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
  test.each([
    ['a formula', `<m:oMath ${M}><m:r><m:t>a=b</m:t></m:r></m:oMath>`, 'formula: a=b'],
    ['a letter of a symbol font', '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', 'symbol: α'],
    [
      'a letter with its reading',
      `<w:r><w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`,
      'ruby: 漢',
    ],
    ['an object', '<w:r><w:object/></w:r>', 'object: '],
    [
      'a chart',
      `<w:r><w:drawing><wp:inline ${WP}><wp:docPr id="1" name="c" descr="Fares"/><c:chart ${C} r:id="r9"/></wp:inline></w:drawing></w:r>`,
      'chart: Fares',
    ],
    ['a shape', `<w:r><w:pict><v:rect ${V}/></w:pict></w:r>`, 'shape: '],
    [
      'a picture that floats',
      `<w:r><w:drawing><wp:anchor ${WP}><wp:docPr id="1" name="c" descr="A quay"/><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="r9"/></wp:anchor></w:drawing></w:r>`,
      'picture: A quay',
    ],
    ['the end of a page', '<w:r><w:br w:type="page"/></w:r>', 'pageBreak: '],
    ['the end of a column', '<w:r><w:br w:type="column"/></w:r>', 'columnBreak: '],
    ['what nobody knows', '<w:r><w:dayLong/></w:r>', 'other: '],
  ])('%s', async (_what, xml, shown) => {
    const { line, xml: kept, doc } = await paragraph(run('a') + xml + run('b'))
    expect(line).toEqual(['a', `[${shown}]`, 'b'])
    expect(xml).toContain(kept(doc.firstChild?.child(1).attrs['key']))
  })

  test('letters that newer programs draw otherwise stay letters', async () => {
    const emoji =
      '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="x"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>'
    expect((await paragraph(`<w:r>${emoji}</w:r>`)).line).toEqual(['😀'])
  })

  test('a text box has the comments and counts the changes that are in it', async () => {
    const box = `<w:p><w:commentRangeStart w:id="7"/><w:ins ${by}>${run('boxed')}</w:ins><w:commentRangeEnd w:id="7"/></w:p>`
    const draft = await readWordFile({
      body: `<w:p>${run('a')}<w:r><w:drawing><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`,
      sides: {
        comments: [
          'w:comments',
          `<w:comment w:id="7" w:author="Petra Sund">${plainParagraph('Why?')}</w:comment>`,
        ],
      },
    })
    expect(draft.line).toEqual(['a', '[textbox: boxed]'])
    expect(draft.threads[0]?.target.kind).toBe('range')
    expect([...draft.payloads.values()].flatMap(({ comments }) => comments)).toEqual(['7'])
    expect(draft.warnings).toEqual([
      {
        code: 'kept-change',
        message:
          '1 tracked change stands within locked chips, and not in the list of changes. Accept or reject it in Word.',
      },
    ])
  })

  test('changes in headers and footers are counted, with where to decide them', async () => {
    const draft = await readWordFile({
      body: plainParagraph('a'),
      sides: {
        header: ['w:hdr', `<w:p><w:ins ${by}>${run('one')}</w:ins><w:del ${by}>${run('two')}</w:del></w:p>`],
        footer: ['w:ftr', `<w:p><w:ins ${by}>${run('three')}</w:ins></w:p>`],
      },
    })
    expect(draft.warnings.find(({ code }) => code === 'kept-change')?.message).toBe(
      '3 tracked changes stand in headers and footers, which are not shown here. Accept or reject them in Word.',
    )
  })

  test('a comment within a note is on the note', async () => {
    const draft = await readWordFile({
      body: `<w:p>${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('b')}</w:p>`,
      sides: {
        footnotes: [
          'w:footnotes',
          `<w:footnote w:id="2"><w:p>${run('said')}<w:r><w:commentReference w:id="7"/></w:r></w:p></w:footnote>`,
        ],
        comments: [
          'w:comments',
          `<w:comment w:id="7" w:author="Petra Sund">${plainParagraph('Who?')}</w:comment>`,
        ],
      },
    })
    const note = draft.doc.firstChild?.child(1)
    expect([note?.type.name, note?.marks.map((mark) => mark.type.name)]).toEqual(['footnote', ['comment']])
  })

  test('another file in the text stands alone in a paragraph', async () => {
    const { doc, xml } = await readWordFile({
      body: `${plainParagraph('a')}<w:altChunk r:id="r9"/>${plainParagraph('b')}`,
    })
    const kept = doc.child(1).child(0)
    expect([kept.attrs['kind'], xml(kept.attrs['key'])]).toEqual(['embedded', '<w:altChunk r:id="r9"/>'])
  })
})

describe('looks', () => {
  const styled = (properties: string, words = 'a'): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`
  const marksOf = async (properties: string) => {
    const { doc, xml } = await paragraph(styled(properties))
    return doc.firstChild
      ?.child(0)
      .marks.map((mark) =>
        mark.type.name === 'look' ? xml(mark.attrs['key']) : String(mark.attrs['colour'] ?? mark.type.name),
      )
  }

  test.each([
    ['<w:b/><w:bCs/><w:i/><w:u w:val="single"/>', ['strong', 'em', 'underline']],
    ['<w:smallCaps/><w:caps/><w:highlight w:val="darkCyan"/>', ['smallCaps', 'caps', 'darkCyan']],
    ['<w:b w:val="0"/><w:sz w:val="20"/>', ['<w:b w:val="0"/><w:sz w:val="20"/>']],
    ['<w:b/><w:u w:val="double"/>', ['strong', 'underline', '<w:u w:val="double"/>']],
    ['<w:bCs/><w:lang w:val="cy-GB"/>', ['<w:bCs/><w:lang w:val="cy-GB"/>']],
    [
      '<w:highlight w:val="none"/><w:vertAlign w:val="baseline"/>',
      ['<w:highlight w:val="none"/><w:vertAlign w:val="baseline"/>'],
    ],
  ])('of a run: %s', async (properties, marks) => {
    expect(await marksOf(properties)).toEqual(marks)
  })

  test('that are equal have one name; a tracked change remembers the one before', async () => {
    const change = `<w:rPrChange ${by}><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrChange>`
    const { doc } = await paragraph(
      styled('<w:sz w:val="20"/>') +
        styled(`<w:sz w:val="22"/>${change}`, 'b') +
        styled(`<w:b/><w:sz w:val="20"/>`, 'c'),
    )
    const looks = doc.firstChild?.children.map(
      (node) => node.marks.find((mark) => mark.type.name === 'look')?.attrs['key'] as unknown,
    )
    expect(looks?.[0]).toBe(looks?.[2])
    expect(looks?.[0]).not.toBe(looks?.[1])
    const before = doc.firstChild?.child(1).marks[0]?.attrs['before'] as unknown
    expect(before).toEqual([{ type: 'look', attrs: { key: looks?.[0] } }])
  })

  test('of a paragraph leave out its section and what is tracked, and go with a tracked change', async () => {
    const mark = `<w:rPr><w:ins ${other}/><w:b/><w:rPrChange ${by}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>`
    const change = `<w:pPrChange ${by}><w:pPr><w:ind w:left="9"/></w:pPr></w:pPrChange>`
    const { doc, xml, changes } = await readWordFile({
      body: plainParagraph('a', `<w:keepNext/>${mark}<w:sectPr/>${change}`) + plainParagraph('b'),
    })
    const { look, paragraphChange } = doc.child(0).attrs as {
      look: string
      paragraphChange: { before: { look: string } }
    }
    expect(xml(look)).toBe('<w:keepNext/><w:rPr><w:b/></w:rPr>')
    expect(xml(paragraphChange.before.look)).toBe('<w:ind w:left="9"/><w:rPr><w:i/></w:rPr>')
    expect(changes.map(({ kind }) => kind)).toEqual(['paragraph', 'split'])
  })

  test('of a ¶ alone change with the words before it', async () => {
    const change = (before: string): string => `<w:rPrChange ${by}><w:rPr>${before}</w:rPr></w:rPrChange>`
    const { doc, changes } = await paragraph(
      `<w:pPr><w:rPr><w:b/>${change('')}</w:rPr></w:pPr>${styled(`<w:b/>${change('')}`)}`,
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['format'])
    expect((doc.child(0).attrs as { paragraphChange: { id: string } }).paragraphChange.id).toBe(
      changes[0]?.id,
    )
  })

  test('of a table, a row and a cell; one act in a table is one change of layout', async () => {
    const table =
      `<w:tbl><w:tblPr><w:tblW w:w="9" w:type="dxa"/><w:tblPrChange ${by}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>` +
      `<w:tr><w:trPr><w:cantSplit/><w:trPrChange ${by}><w:trPr><w:hidden/></w:trPr></w:trPrChange></w:trPr>` +
      `<w:tc><w:tcPr><w:noWrap/><w:tcPrChange ${other}><w:tcPr><w:hideMark/></w:tcPr></w:tcPrChange></w:tcPr>${plainParagraph('a')}</w:tc></w:tr></w:tbl>`
    const { doc, xml, changes } = await readWordFile({ body: table + plainParagraph('b') })
    const [one] = doc.children
    const parts = [one, one?.child(0), one?.child(0).child(0)].map((node) => {
      const { look, layoutChange } = (node?.attrs ?? {}) as {
        look: string
        layoutChange: { id: string; before: string }
      }
      return [xml(look), xml(layoutChange.before), layoutChange.id]
    })
    const [first, second] = changes.map(({ id }) => id)
    expect(changes.map(({ kind }) => kind)).toEqual(['layout', 'layout'])
    expect(parts).toEqual([
      [
        '<w:tblPr><w:tblW w:w="9" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>',
        '<w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>',
        first,
      ],
      ['<w:trPr><w:cantSplit/></w:trPr>', '<w:trPr><w:hidden/></w:trPr>', first],
      ['<w:tcPr><w:noWrap/></w:tcPr>', '<w:tcPr><w:hideMark/></w:tcPr>', second],
    ])
  })
})
