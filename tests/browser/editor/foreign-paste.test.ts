import { afterEach, describe, expect, test } from 'vitest'
import { fire, html, pasted, plain } from './clipboard-support.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
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
    desk = openDesk(paragraphs(''), { mode: 'edit' })
    desk.select(0, 0)
    fire(desk, 'paste', html('<p>Words<img src="https://example.org/x.png"></p>'))
    expect((await desk.texts()).final).toEqual(['Words'])
    expect(desk.said).toEqual(['Pasted without its pictures.'])
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
