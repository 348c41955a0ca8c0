import * as fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import type {
  ParagraphChange,
  ParagraphMark,
  StoredProperties,
} from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { Thread } from '../../src/shared/model/thread.ts'
import { messageId, personId, threadId } from '../../src/shared/model/ids.ts'
import type { ChangeFacts, WordContent } from '../../src/main/export/docx/content.ts'

/** A full second in the middle of a day, so that no zone makes it another day's. */
export const NOON = Date.UTC(2026, 8, 14, 12, 0, 0)

export const INES = 'person-ines'
export const TOBIAS = 'person-tobias'
const NAMES = new Map([
  [INES, { name: 'Ines Calloway', initials: 'IC' }],
  [TOBIAS, { name: 'Tobias Reuk', initials: 'TR' }],
])

/** Content with nothing but what is given. */
export function wordContent(doc: Node, more: Partial<WordContent> = {}): WordContent {
  return {
    doc,
    threads: [],
    images: new Map(),
    changes: new Map(),
    people: NAMES,
    title: doc.firstChild?.textContent ?? '',
    textHash: '0123456789ab',
    writtenAt: NOON,
    utcOffset: 120,
    keepTracking: true,
    ...more,
  }
}

export function rangeThread(id: string, texts: readonly string[], done = false): Thread {
  return {
    id: threadId.parse(id),
    target: { kind: 'range' },
    level: 'should',
    audience: 'desk',
    assigneeId: null,
    quote: '',
    resolvedBy: null,
    resolvedAt: done ? NOON : null,
    messages: texts.map((text, index) => ({
      id: messageId.parse(`${id}-m${index}`),
      authorId: personId.parse(index % 2 === 0 ? INES : TOBIAS),
      at: NOON + 60_000 * index,
      dateRaw: null,
      text,
      editedAt: null,
      earlier: [],
    })),
  }
}

const FORMATS = ['strong', 'em', 'underline', 'strike', 'superscript'] as const

const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', ' ', '\t', '\u2011', '\u00ad', '&', '<', '"', '😀', 'ש'),
  minLength: 1,
  maxLength: 6,
})
const formats = fc.uniqueArray(fc.constantFrom(...FORMATS), { maxLength: 2 })
const author = fc.constantFrom(INES, TOBIAS)
const properties: fc.Arbitrary<StoredProperties> = fc.oneof(
  fc.record({
    style: fc.constantFrom('headline' as const, 'standfirst' as const, 'byline' as const),
    list: fc.constant(null),
    align: fc.constant('start' as const),
  }),
  fc.record({
    style: fc.constantFrom('body' as const, 'heading1' as const, 'heading4' as const, 'quote' as const),
    list: fc.option(
      fc.record({
        kind: fc.constantFrom('bullet' as const, 'ordered' as const),
        level: fc.integer({ min: 0, max: 8 }),
      }),
    ),
    align: fc.constantFrom('start' as const, 'center' as const, 'end' as const, 'justify' as const),
  }),
)
const segment = fc.record({
  text: fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: fc.constant('\n') }),
  formats,
  link: fc.option(fc.constantFrom('https://example.org/a?b=1&c=2', 'mailto:desk@example.org'), { freq: 4 }),
  state: fc.constantFrom('plain', 'plain', 'inserted', 'deleted', 'both'),
  author,
  before: fc.option(formats, { freq: 3 }),
})
const paragraph = fc.record({
  properties,
  segments: fc.array(segment, { maxLength: 5 }),
  mark: fc.constantFrom('plain', 'plain', 'inserted', 'deleted', 'both'),
  author,
  before: fc.option(properties, { freq: 3 }),
})
const comment = fc.record({
  from: fc.nat(20),
  length: fc.integer({ min: 1, max: 4 }),
  replies: fc.nat(2),
  done: fc.boolean(),
})

type Drawn = {
  readonly paragraphs: readonly (typeof paragraph extends fc.Arbitrary<infer T> ? T : never)[]
  readonly comments: readonly (typeof comment extends fc.Arbitrary<infer T> ? T : never)[]
}

/** Small reviews with the changes of two authors, each at a second of its own, and comments that overlap. */
export const randomContent: fc.Arbitrary<WordContent> = fc
  .record({
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
    comments: fc.array(comment, { maxLength: 3 }),
  })
  .map(build)

function build({ paragraphs, comments }: Drawn): WordContent {
  const changes = new Map<string, ChangeFacts>()
  const change = (by: string): { id: string; author: string } => {
    const id = `change-${changes.size}`
    changes.set(id, { authorId: by, at: NOON + 1000 * changes.size, dateRaw: null })
    return { id, author: by }
  }
  const other = (by: string): string => (by === INES ? TOBIAS : INES)
  const total = paragraphs.reduce((sum, one) => sum + one.segments.length, 0)
  const spans = comments
    .map(({ from, length, ...rest }) => ({ ...rest, from: total === 0 ? 0 : from % total, length }))
    .sort((a, b) => a.from - b.from)
  let count = -1
  const nodes = paragraphs.map((drawn, index) => {
    const content = drawn.segments.map((one) => {
      count += 1
      const marks: Mark[] = []
      for (const [order, span] of spans.entries()) {
        const covers = count >= span.from && count < span.from + span.length
        if (covers) marks.push(schema.marks.comment.create({ id: `thread-${order}` }))
      }
      const { insertion, deletion } = ends(one.state, one.author, other(one.author), change)
      if (insertion) marks.push(schema.marks.insertion.create(insertion))
      if (deletion) marks.push(schema.marks.deletion.create(deletion))
      const link = one.link === null ? [] : [{ type: 'link', attrs: { href: one.link } }]
      const before = FORMATS.filter((name) => one.before?.includes(name)).map((type) => ({ type }))
      const now = FORMATS.filter((name) => one.formats.includes(name))
      if (one.before && before.map(({ type }) => type).join() !== now.join()) {
        marks.push(schema.marks.formatChange.create({ ...change(one.author), before: [...link, ...before] }))
      }
      if (one.link !== null) marks.push(schema.marks.link.create({ href: one.link }))
      for (const name of now) marks.push(schema.marks[name].create())
      return one.text === '\n'
        ? schema.nodes.hardBreak.create(null, null, marks)
        : schema.text(one.text, marks)
    })
    const isLast = index === paragraphs.length - 1
    const mark: ParagraphMark = isLast ? {} : ends(drawn.mark, drawn.author, other(drawn.author), change)
    const changed = drawn.before && JSON.stringify(drawn.before) !== JSON.stringify(drawn.properties)
    const paragraphChange: ParagraphChange | null =
      drawn.before && changed ? { ...change(drawn.author), before: drawn.before } : null
    const paragraphMark = Object.keys(mark).length > 0 ? mark : null
    return schema.nodes.para.create({ ...drawn.properties, paragraphMark, paragraphChange }, content)
  })
  const threads = total === 0 ? [] : spans.map((span, order) => drawnThread(order, span.replies, span.done))
  return wordContent(schema.nodes.doc.create(null, nodes), { changes, threads })
}

function drawnThread(order: number, replies: number, done: boolean): Thread {
  const texts = Array.from({ length: replies + 1 }, (_, index) => `Remark ${order}.${index}\n<“what?”>`)
  return rangeThread(`thread-${order}`, texts, done)
}

function ends(
  state: string,
  by: string,
  other: string,
  change: (by: string) => { id: string; author: string },
): ParagraphMark {
  return {
    ...(state === 'inserted' || state === 'both' ? { insertion: change(by) } : {}),
    ...(state === 'deleted' ? { deletion: change(by) } : {}),
    ...(state === 'both' ? { deletion: change(other) } : {}),
  }
}
