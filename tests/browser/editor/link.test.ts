import { afterEach, expect, test } from 'vitest'
import type { Node } from 'prosemirror-model'
import { project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  desk = openDesk(doc, options)
  return desk
}
afterEach(() => {
  desk?.close()
  desk = null
})

const HREF = 'https://example.org/boats'

async function links({ stored }: Desk): Promise<(readonly [string, string])[]> {
  return (project(await stored(), 'final').firstChild?.children ?? []).flatMap((node) => {
    const link = schema.marks.link.isInSet(node.marks)
    return link ? [[node.text ?? '', String(link.attrs['href'])] as const] : []
  })
}

test('the selected words lead somewhere, tracked; rejected, they do not', async () => {
  const base = paragraphs('Nine boats left.')
  const opened = open(base)
  opened.select(0, 5, 10)
  expect(opened.editor.linkPlace()).toEqual({ words: 'boats', href: '' })
  expect(opened.editor.setLink(HREF)).toBe(true)
  expect(await links(opened)).toEqual([['boats', HREF]])
  opened.editor.decide(
    opened.snapshot().index.changes.map(({ id }) => id),
    'rejected',
  )
  expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
})

test('a caret stands for its word, and within a link for all of it', async () => {
  const opened = open(paragraphs('Nine boats left.'), { mode: 'edit' })
  opened.select(0, 0, 10)
  opened.editor.setLink(HREF)
  opened.select(0, 5, 10)
  opened.editor.run('format.strong')
  opened.select(0, 7)
  expect(opened.editor.linkPlace()).toEqual({ words: 'Nine boats', href: HREF })
  opened.select(0, 13)
  expect(opened.editor.linkPlace()).toEqual({ words: 'left', href: '' })
  opened.select(0, 2)
  expect(opened.editor.setLink(null)).toBe(true)
  expect(await links(opened)).toEqual([])
})

test('leads nowhere unsafe, from no words, and in no locked article', () => {
  const opened = open(paragraphs('Nine boats left.', ''))
  opened.select(0, 5, 10)
  expect(opened.editor.setLink('javascript:alert(1)')).toBe(false)
  opened.select(1, 0)
  expect(opened.editor.linkPlace()).toBe(null)
  expect(opened.editor.setLink(HREF)).toBe(false)
  opened.select(0, 5, 10)
  opened.editor.setLocked(true)
  expect(opened.editor.linkPlace()).toBe(null)
  expect(opened.editor.setLink(HREF)).toBe(false)
})
