import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'
import type { ClaimView, ThreadView } from '../../../src/shared/model/review.ts'
import type { Source } from '../../../src/shared/model/source.ts'
import { claimLink } from '../../support/rows.ts'
import {
  claim,
  HANNE,
  INES,
  NOW,
  request,
  review,
  source,
  thread,
  TOBIAS,
} from '../../unit/main/export/pdf/builders.ts'

/** Reviews of three sizes, the same each time. */
type Size = {
  readonly words: number
  readonly changes: number
  readonly threads: number
  readonly claims: number
  /** Paragraphs in other scripts. */
  readonly scripts: boolean
}

export const SIZES = {
  S: { words: 716, changes: 63, threads: 40, claims: 24, scripts: true },
  M: { words: 10_000, changes: 500, threads: 200, claims: 150, scripts: false },
  L: { words: 100_000, changes: 5000, threads: 2000, claims: 1500, scripts: false },
} as const satisfies Record<string, Size>
export type SizeName = keyof typeof SIZES

const VOCABULARY =
  'the council said on Monday that fares for boats across the bay would rise again in spring after a vote which nobody had asked for and few had seen coming'.split(
    ' ',
  )

const SCRIPTS = [
  'Οι ψαράδες του λιμανιού περίμεναν την απόφαση.',
  'Рыбаки ждали решения до самого вечера.',
  'قال الصيادون إن القرار جاء متأخرا.',
  'הדייגים אמרו שההחלטה הגיעה מאוחר.',
  '渔民们说，这个决定来得太晚了。 어부들은 기다렸다.',
  'Nobody waved 👩🏽‍🚀 at the ferry ⛴️.',
]

/** Words to a stretch; each paragraph has ten of them. */
const STRETCH = 8
const PER_PARAGRAPH = 10

function words(from: number, count: number): string {
  const some = Array.from({ length: count }, (_, at) => VOCABULARY[(from * 7 + at * 3) % VOCABULARY.length])
  return `${some.join(' ')} `
}

type Spread = (index: number) => number | null

/** Which of so many things a stretch carries, when they are spread evenly over all stretches. */
function spread(things: number, stretches: number, shift: number): Spread {
  return (index) => {
    const of = (at: number) => Math.floor((at * things) / stretches)
    const [before, here] = [of(index + shift), of(index + shift + 1)]
    return here > before && before < things ? before : null
  }
}

function stretchesOf({ words: count, changes, threads, claims }: Size) {
  // A deleted stretch is no word of the final text.
  const stretches = Math.round(count / STRETCH + changes / 2)
  const on = {
    changes: spread(changes, stretches, 0),
    threads: spread(threads, stretches, 0.37),
    claims: spread(claims, stretches, 0.71),
  }
  return Array.from({ length: stretches }, (_, index): Node => {
    const marks: Mark[] = []
    const change = on.changes(index)
    const [threadAt, claimAt] = [on.threads(index), on.claims(index)]
    const author = change !== null && change % 3 === 0 ? TOBIAS.id : INES.id
    const type = change !== null && change % 2 === 0 ? schema.marks.deletion : schema.marks.insertion
    if (change !== null) marks.push(type.create({ id: `change${change}`, author }))
    if (threadAt !== null) marks.push(schema.marks.comment.create({ id: `thread${threadAt}` }))
    if (claimAt !== null && type !== schema.marks.deletion)
      marks.push(schema.marks.claim.create({ id: `claim${claimAt}` }))
    return schema.text(words(index, STRETCH), marks)
  })
}

function documentOf(size: Size): Node {
  const stretches = stretchesOf(size)
  const paragraphs = [
    schema.nodes.para.create({ style: 'headline' }, schema.text('Ferry fares rise for the third time')),
  ]
  for (let at = 0; at < stretches.length; at += PER_PARAGRAPH) {
    const end = schema.text(`${words(at, 3).trim()}.`)
    paragraphs.push(schema.nodes.para.create(null, [...stretches.slice(at, at + PER_PARAGRAPH), end]))
  }
  if (size.scripts)
    paragraphs.push(...SCRIPTS.map((text) => schema.nodes.para.create(null, schema.text(text))))
  return schema.nodes.doc.create(null, paragraphs)
}

function threadsOf(count: number): readonly ThreadView[] {
  return Array.from({ length: count }, (_, index) => {
    const one = thread(`thread${index}`, HANNE, `Who says so, and where? ${words(index, 9)}`)
    const [first] = one.messages
    const reply = first && { ...first, id: `${first.id}-r` as typeof first.id, authorId: TOBIAS.id }
    const messages =
      reply && index % 2 === 0 ? [...one.messages, { ...reply, text: words(index, 6) }] : one.messages
    const resolved = index % 4 === 0 ? { resolvedBy: INES.id, resolvedAt: NOW } : {}
    return { ...one, ...resolved, messages }
  })
}

const SOURCES = 60

function sourcesOf(claims: number): readonly Source[] {
  return Array.from({ length: Math.min(SOURCES, claims) }, (_, index) =>
    source(`source${index}`, { title: `Minutes of the council, part ${index + 1}`, grade: 'B' }),
  )
}

function claimsOf(count: number, sources: readonly Source[]): readonly ClaimView[] {
  return Array.from({ length: count }, (_, index) => {
    const used = sources[index % sources.length]
    return claim(`claim${index}`, words(index, STRETCH).trim(), {
      number: index + 1,
      sources: used ? [{ ...claimLink(used.id), locator: `p. ${index + 1}` }] : [],
      results: [
        {
          rule: 'R6',
          title: 'Event',
          state: index % 5 === 0 ? 'unmet' : 'met',
          why: 'One source only.',
          remedy: 'A second one.',
          waivedBy: [],
          waiverId: null,
        },
      ],
    })
  })
}

/** As a host asks for it. */
export function workRequest(name: SizeName): ExportRequest {
  const size = SIZES[name]
  const doc = documentOf(size)
  const sources = sourcesOf(size.claims)
  const claims = claimsOf(size.claims, sources)
  return request(doc, { state: review(doc, { claims, sources, threads: threadsOf(size.threads) }) })
}
