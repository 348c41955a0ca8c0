import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import type { ListAttr, ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

type Line = readonly [text: string, list: ListAttr | null, attrs?: Partial<ParagraphAttrs>]

const one: ListAttr = { kind: 'ordered', level: 0 }
const two: ListAttr = { kind: 'ordered', level: 1 }
const three: ListAttr = { kind: 'ordered', level: 2 }
const bullet: ListAttr = { kind: 'bullet', level: 0 }
const gone = { deletion: { id: 'd1', author: 'ines' } }

function article(lines: readonly Line[]): Node {
  return schema.nodes.doc.create(
    null,
    lines.map(([text, list, attrs]) => schema.nodes.para.create({ list, ...attrs }, schema.text(text))),
  )
}

type AxNode = {
  readonly nodeId: string
  readonly childIds?: readonly string[]
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
}

type Frame = { readonly frame: { readonly id: string; readonly url: string }; readonly childFrames?: Frame[] }

function framesOf(tree: Frame): readonly Frame[] {
  return [tree, ...(tree.childFrames ?? []).flatMap(framesOf)]
}

/** Each paragraph as a screen reader is told it: the only place where a drawn counter can be read. */
async function spoken(): Promise<readonly string[]> {
  const session = cdp() as unknown as { send(method: string, params?: object): Promise<unknown> }
  const { frameTree } = (await session.send('Page.getFrameTree')) as { frameTree: Frame }
  const own = framesOf(frameTree).find(({ frame }) => frame.url === location.href)
  const { nodes } = (await session.send('Accessibility.getFullAXTree', { frameId: own?.frame.id })) as {
    nodes: AxNode[]
  }
  const wordsOf = (node: AxNode): string => {
    const isText = node.role?.value === 'StaticText' || node.role?.value === 'ListMarker'
    if (isText) return node.name?.value ?? ''
    return nodes
      .filter(({ nodeId }) => node.childIds?.includes(nodeId))
      .map(wordsOf)
      .join('')
  }
  // What the sign of a deleted ¶ says is of no interest here.
  const spokenParagraphs = nodes.filter(({ role }) => role?.value === 'paragraph').map(wordsOf)
  return spokenParagraphs.map((words) => words.replace(/end of paragraph \w+$/, ''))
}

const CASES: readonly {
  readonly name: string
  readonly lines: readonly Line[]
  readonly expected: string[]
}[] = [
  {
    name: 'counts on over deeper items, and begins these anew',
    lines: [
      ['a', one],
      ['b', two],
      ['c', two],
      ['d', three],
      ['e', one],
      ['f', two],
    ],
    expected: ['1. a', 'a. b', 'b. c', 'i. d', '2. e', 'a. f'],
  },
  {
    name: 'begins anew after a paragraph that is no item',
    lines: [
      ['a', one],
      ['b', one],
      ['Between.', null],
      ['c', one],
    ],
    expected: ['1. a', '2. b', 'Between.', '1. c'],
  },
  {
    name: 'begins anew after a bullet of its level, not after a deeper one',
    lines: [
      ['a', one],
      ['b', { ...bullet, level: 1 }],
      ['c', one],
      ['d', bullet],
      ['e', one],
    ],
    expected: ['1. a', '◦ b', '2. c', '• d', '1. e'],
  },
  {
    name: 'begins with the number it is given',
    lines: [
      ['a', { ...one, start: 7 }],
      ['b', one],
      ['c', { ...two, start: 3 }],
      ['d', two],
      ['e', one],
    ],
    expected: ['7. a', '8. b', 'c. c', 'd. d', '9. e'],
  },
  {
    name: 'does not count an item whose ¶ is deleted, nor breaks off at a deleted paragraph',
    lines: [
      ['a', one],
      ['b', one, { paragraphMark: gone }],
      ['c', one],
      ['Between.', null, { paragraphMark: gone }],
      ['d', one],
    ],
    expected: ['1. a', 'b', '2. c', 'Between.', '3. d'],
  },
]

test.each(CASES)('a list $name', async ({ lines, expected }) => {
  desk = openDesk(article(lines))
  await expect.poll(spoken).toEqual(expected)
})
