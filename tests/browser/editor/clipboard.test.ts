import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

function fire(desk: Desk, type: 'copy' | 'cut' | 'paste', data = new DataTransfer()): DataTransfer {
  const view = desk.element.querySelector('.ProseMirror')
  view?.dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }))
  return data
}

function html(text: string): DataTransfer {
  const data = new DataTransfer()
  data.setData('text/html', text)
  return data
}

test('copied text is the final text, without marks of the review', async () => {
  const claim = schema.marks.claim.create({ id: 'k1' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('more than four million', [claim])]),
  ])
  desk = openDesk(doc)
  desk.select(0, 0, 14)
  await userEvent.keyboard('4.2')
  desk.select(0, 0, 25)
  const data = fire(desk, 'copy')
  expect(data.getData('text/plain')).toBe('4.2 million')
  expect(data.getData('text/html')).not.toMatch(/<del|<ins|data-claim|data-author/)
})

test('pasted paragraphs are tracked, keep their structure and lose foreign style', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 4)
  fire(
    desk,
    'paste',
    html('<p style="color:red">One <b>bold</b></p><h2>Head</h2><script>x</script><p>Two</p>'),
  )
  const { original, final } = await desk.texts()
  expect(original).toEqual(['Nine boats.'])
  expect(final).toEqual(['NineOne bold', 'Head', 'Two boats.'])
  const stored = await desk.stored()
  expect(stored.child(1).attrs['style']).toBe('heading1')
})

test('tracking and anchors stay behind when something is pasted', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 11)
  fire(
    desk,
    'paste',
    html(
      '<p><ins data-change="x1" data-author="mara">kept</ins><del data-change="x2" data-author="mara">gone</del> <span data-comment="c9">words</span></p>',
    ),
  )
  expect((await desk.texts()).final).toEqual(['Nine boats.kept words'])
  const authors = new Set<string>()
  ;(await desk.stored()).descendants((node) => {
    for (const mark of node.marks) authors.add(String(mark.attrs['author'] ?? mark.type.name))
  })
  expect([...authors]).toEqual(['ines'])
})

test('what Google Docs wraps in bold is not bold', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 11)
  fire(
    desk,
    'paste',
    html('<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>plain</span></p></b>'),
  )
  const last = (await desk.stored()).lastChild?.lastChild
  expect(last?.text).toBe('plain')
  expect(last?.marks.map((mark) => mark.type.name)).toEqual(['insertion'])
})

test('cutting in suggest mode strikes the words', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 0, 4)
  const data = fire(desk, 'cut')
  expect(data.getData('text/plain')).toBe('Nine')
  expect(await desk.texts()).toEqual({ original: ['Nine boats.'], final: [' boats.'] })
})

function plain(text: string): DataTransfer {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  return data
}

/** The final text after a paste into an empty article, a paragraph a line: its style, its list, its marks. */
async function pasted(data: DataTransfer): Promise<string[]> {
  desk = openDesk(paragraphs(''), { mode: 'edit' })
  desk.select(0, 0)
  fire(desk, 'paste', data)
  const doc = await desk.stored()
  doc.check()
  return doc.children.map((block) => {
    if (!block.isTextblock) return block.type.name
    const { style, list } = block.attrs as ParagraphAttrs
    const number = list?.start === undefined ? '' : ` from ${list.start}`
    const item = list ? ` ${list.kind} ${list.level}${number}` : ''
    const text = block.children.map((node) => {
      const marks = node.marks.map((mark) => mark.type.name).join(' ')
      const words = node.isText ? (node.text ?? '') : '|'
      return marks === '' ? words : `[${words}:${marks}]`
    })
    return `${style}${item}: ${text.join('')}`
  })
}

describe('anchors', () => {
  const claim = schema.marks.claim.create({ id: 'k1' })
  const comment = schema.marks.comment.create({ id: 'c1' })
  const article = () =>
    schema.nodes.doc.create(null, [
      schema.nodes.para.create(null, [
        schema.text('Of them '),
        schema.text('four million', [claim]),
        schema.text(' are '),
        schema.text('registered', [comment]),
        schema.text('.'),
      ]),
      schema.nodes.para.create(null, [schema.text('Elsewhere.')]),
    ])

  function words(desk: Desk): Record<string, string> {
    const { claims, comments } = desk.snapshot().index
    return { k1: claims.get('k1')?.words ?? '', c1: comments.get('c1')?.words ?? '' }
  }
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  test('go along with words that are cut and pasted, once, and come back by undo', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    await settled()
    expect(words(desk)).toEqual({ k1: '', c1: 'registered' })
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    expect((await desk.texts()).final).toEqual([
      'Of them  are registered.',
      'Elsewhere.four millionfour million',
    ])
    while (desk.editor.run('edit.undo'));
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test('stay where they were when a cut was undone before the paste', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    desk.editor.run('edit.undo')
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    expect((await desk.texts()).final[1]).toBe('Elsewhere.four million')
  })

  test('stay behind in a copy', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 0, 36)
    const copy = fire(desk, 'copy')
    expect(copy.getData('text/html')).not.toContain('k1')
    desk.select(1, 10)
    fire(desk, 'paste', copy)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
  })

  test('do not come from another article', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 0, 36)
    const cut = fire(desk, 'cut')
    desk.close()
    desk = openDesk(paragraphs('Nine boats.'), { mode: 'edit' })
    desk.select(0, 0)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: '', c1: '' })
    expect((await desk.texts()).final).toEqual(['Of them four million are registered.Nine boats.'])
  })

  test('go along in Suggest mode too, and cover the old words until somebody decides', async () => {
    desk = openDesk(article())
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(await desk.texts()).toEqual({
      original: ['Of them four million are registered.', 'Elsewhere.'],
      final: ['Of them  are registered.', 'Elsewhere.four million'],
    })
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    desk.editor.decide(
      desk.snapshot().index.changes.map(({ id }) => id),
      'rejected',
    )
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test.each(['edit', 'suggest'] as const)('go along with words that are dragged in %s mode', async (mode) => {
    desk = openDesk(article(), { mode })
    desk.select(0, 8, 20)
    await drag(desk, 1, 10, {})
    const { final } = await desk.texts()
    expect(final[0]).toBe('Of them  are registered.')
    expect(final[1]).toContain('four million')
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    while (desk.editor.run('edit.undo'));
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test('stay behind when a copy is dragged', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    await drag(desk, 1, 10, { ctrlKey: true })
    const { final } = await desk.texts()
    expect(final[0]).toBe('Of them four million are registered.')
    expect(final[1]).toContain('four million')
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
  })

  /** Drags what is selected to an offset of a paragraph. */
  async function drag(desk: Desk, paragraph: number, offset: number, keys: DragEventInit): Promise<void> {
    const view = desk.element.querySelector<HTMLElement>('.ProseMirror')
    const selected = getSelection()?.getRangeAt(0).getBoundingClientRect()
    const target = view?.children[paragraph]
    const node = target && document.createTreeWalker(target, NodeFilter.SHOW_TEXT).nextNode()
    if (!view || !selected || !node) throw new Error('nothing to drag')
    const range = document.createRange()
    range.setStart(node, offset - 1)
    range.setEnd(node, offset)
    const end = range.getBoundingClientRect()
    const dataTransfer = new DataTransfer()
    const common = { bubbles: true, cancelable: true, dataTransfer, ...keys }
    const from = { clientX: selected.left + 2, clientY: selected.top + 4 }
    const to = { clientX: end.right, clientY: end.top + end.height / 2 }
    view.dispatchEvent(new DragEvent('dragstart', { ...common, ...from }))
    view.dispatchEvent(new DragEvent('drop', { ...common, ...to }))
    await settled()
  }
})

describe('paste from other programs', () => {
  test('Word: headings, lists of paragraphs, tracked changes as accepted, comments left out', async () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h1>The harbour<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:6pt'><b><span style='font-family:Arial;color:#C00000'>Nine boats</span></b>
were <span class=msoDel><del cite="mailto:Mara%20Oyelle" datetime="2026-01-02T03:04">lost</del></span><span class=msoIns><ins
cite="mailto:Mara%20Oyelle" datetime="2026-01-02T03:04">seized</ins></span><span class=MsoCommentReference><a
href="#_msocom_1" class=msocomanchor>[JP1]</a></span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Below it<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Third<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp;</span></span>Fourth<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoCaption>Photo: Petra Sund<o:p></o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this so?</p></div></div>
<!--EndFragment--></body></html>`
    expect(await pasted(html(word))).toEqual([
      'heading1: The harbour',
      'body: [Nine boats:strong] were seized.',
      'body bullet 0: First',
      'body bullet 1: Below it',
      'body ordered 0 from 3: Third',
      'body ordered 0: Fourth',
      'caption: Photo: Petra Sund',
    ])
  })

  test('Google Docs: formats that are only styles, lists by aria-level', async () => {
    const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-12"><h2 dir="ltr"><span style="font-weight:700">Crosshead</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700;color:#000">Nine</span><span style="font-style:italic"> boats</span><span style="text-decoration:line-through"> lay</span><span style="vertical-align:super">2</span> <a href="https://example.org/a" style="text-decoration:none"><span style="text-decoration:underline;color:#15c">here</span></a></p><br>
<ol start="2"><li dir="ltr" aria-level="1"><p role="presentation"><span>Two</span></p></li><ul><li aria-level="2"><p>Sub</p></li></ul><li aria-level="1"><p>Three</p><p>and on</p></li></ol></b>`
    expect(await pasted(html(docs))).toEqual([
      'heading1: Crosshead',
      'body: [Nine:strong][ boats:em][ lay:strike][2:superscript] [here:link]',
      'body ordered 0 from 2: Two',
      'body bullet 1: Sub',
      'body ordered 0: Three',
      'body: and on',
    ])
  })

  test('a web page: white space folded, quotations, tables, unknown blocks', async () => {
    const page = `<div>\n  <article><h3> A   head </h3><blockquote><p>Said
      she.</p></blockquote> loose <i>text</i><br><br> here<br></article><pre>one\ntwo</pre>
      <table><thead><tr><th>Port</th><th>Boats</th></tr></thead><tr><td>Wex</td><td><p>9</p><p>of 12</p></td></tr></table></div>`
    expect(await pasted(html(page))).toEqual([
      'heading2: A head',
      'quote: Said she.',
      'body: loose [text:em]||here',
      'body: one',
      'body: two',
      'table',
      'body: ',
    ])
  })

  test('pictures are left out, and that is said', async () => {
    expect(await pasted(html('<p>Words<img src="https://example.org/x.png"></p>'))).toEqual(['body: Words'])
    expect(desk?.said).toEqual(['Pasted without its pictures.'])
  })

  test('plain text: a paragraph for each line, soft breaks within', async () => {
    expect(await pasted(plain('One.\r\n\r\nTwo\u2028lines.\nThree.'))).toEqual([
      'body: One.',
      'body: Two|lines.',
      'body: Three.',
    ])
  })

  test('Mod-Shift-V takes the text alone', async () => {
    desk = openDesk(paragraphs('Nine.'), { mode: 'edit' })
    desk.select(0, 5)
    const view = desk.element.querySelector('.ProseMirror')
    const keys = { key: 'v', code: 'KeyV', keyCode: 86, ctrlKey: true, shiftKey: true, bubbles: true }
    view?.dispatchEvent(new KeyboardEvent('keydown', keys))
    const data = html('<h2>Bold <b>head</b></h2>')
    data.setData('text/plain', ' Bold head\nand more')
    fire(desk, 'paste', data)
    const doc = await desk.stored()
    expect(doc.children.map((block) => block.textContent)).toEqual(['Nine. Bold head', 'and more'])
    expect(doc.firstChild?.attrs['style']).toBe('body')
  })
})

describe('hostile paste', () => {
  test('nothing runs, nothing is fetched, no foreign style or id comes in', async () => {
    const evil = `<p onclick="globalThis.hit=1" style="position:fixed" id="x" class="y">a<script>globalThis.hit=1</script>
      <img src=x onerror="globalThis.hit=1"><svg onload="globalThis.hit=1"><text>s</text></svg>
      <iframe srcdoc="<script>parent.hit=1</script>"></iframe><a href="javascript:globalThis.hit=1">link</a>
      <a href="data:text/html,x">data</a><template><p>t</p></template><style>p{}</style>
      <span style="display:none">hidden</span><textarea>area</textarea></p>`
    expect(await pasted(html(evil))).toEqual(['body: a link data'])
    expect((globalThis as { hit?: number }).hit).toBeUndefined()
  })

  test('attributes out of shape come in plain, tracking of others not at all', async () => {
    const evil = `<p data-pm-slice='0 0 ["para",{"style":"evil","list":7}]' data-style="headline"
      data-list='{"kind":"bullet","level":99}' data-align="sideways" data-paragraph-mark='{"deletion":{"id":"d","author":"mara"}}'
      >One <span data-claim="k1">two</span></p><p data-list='{"kind":"ordered","level":2}' data-paragraph-change='{"x":1}'>three</p>
      <table><tr data-tracking='{"deletion":1}'><td colspan="900" data-colwidth="-1">c</td></tr></table>`
    const blocks = await pasted(html(evil))
    expect(blocks.slice(0, 2)).toEqual(['body: One two', 'body: three'])
  })

  test('invisible and control characters are dropped, joiners of emoji and of scripts that need them stay', async () => {
    const text =
      'pass\u200bword\u0007 \u202egnp.exe\u202c so\u00adft \ufeff\u2060x pa\u200dss \u{1F469}\u200d\u{1F680} \u0645\u06cc\u200c\u062e \u{e0041}\u{e0042}'
    const clean = 'password gnp.exe soft x pass \u{1F469}\u200d\u{1F680} \u0645\u06cc\u200c\u062e '
    expect(await pasted(plain(text))).toEqual([`body: ${clean}`])
    expect(await pasted(html(`<p>${text}</p>`))).toEqual([`body: ${clean.trimEnd()} `])
  })

  test('elements nested a thousand deep and lists nested fifty deep come in', async () => {
    const deep = `${'<div><b>'.repeat(1000)}deep${'</b></div>'.repeat(1000)}`
    expect(await pasted(html(deep))).toEqual(['body: [deep:strong]'])
    expect(await pasted(html(`${'<ul><li>'.repeat(50)}item`))).toEqual(['body bullet 8: item'])
  })

  test('too much is refused, in words, and nothing is lost', async () => {
    desk = openDesk(paragraphs('Nine boats.'), { mode: 'edit' })
    desk.select(0, 0, 4)
    fire(desk, 'paste', html('<b>x</b>'.repeat(200_001)))
    fire(desk, 'paste', plain('x'.repeat(10_000_001)))
    expect((await desk.texts()).final).toEqual(['Nine boats.'])
    expect(desk.said).toHaveLength(2)
    expect(desk.said[0]).toMatch(/too much to paste.*nothing was pasted/i)
  })

  test('a paste that holds no text leaves the selection as it is', async () => {
    desk = openDesk(paragraphs('Nine boats.'), { mode: 'edit' })
    desk.select(0, 0, 4)
    fire(desk, 'paste', html('<script>1</script>'))
    expect((await desk.texts()).final).toEqual(['Nine boats.'])
  })
})
