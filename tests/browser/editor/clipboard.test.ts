import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
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
