import { canonicalText } from '../../../shared/document/canonical.ts'
import type { Node } from 'prosemirror-model'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import type { ThreadView } from '../../../shared/model/review.ts'
import { annotate } from '../../pdf/annotate.ts'
import type { Remark, Said } from '../../pdf/annotate.ts'
import { attach } from '../../pdf/attach.ts'
import { fillDigest, reserveDigest } from '../../pdf/digest.ts'
import { openPdf } from '../../pdf/file.ts'
import { identify } from '../../pdf/identify.ts'
import { tellLetters } from '../../pdf/letters.ts'
import { leadLinks } from '../../pdf/links.ts'
import type { Goal } from '../../pdf/links.ts'
import { BACK, goalsOf, goalWords } from './goals.ts'
import { notedPlaces, readPlaces } from './places.ts'
import type { NotedPlace, Places } from './places.ts'
import { numberThreads } from './report-comments.ts'
import type { Report } from './report.ts'
import { createVoice } from './voice.ts'
import type { Voice } from './voice.ts'

/** The name of the data within the file. */
export const DATA_FILE = 'review.json'
export const DATA_FORMAT = 'stet-pdf-1'

/** Multiplied with the tint that the page itself has there: hardly darker, whoever speaks, and however many do. */
const PALE = [1, 0.98, 0.9] as const

export type Finishing = {
  readonly report: Report
  readonly doc: Node
  readonly request: ExportRequest
  /** As the typesetter told them. */
  readonly places: unknown
}

/** The pages as they were set, and with them the comments as comments, the data behind them, and what the file is. */
export function finishPdf(pdf: Uint8Array, finishing: Finishing): Uint8Array {
  const { report, doc, request, places } = finishing
  const file = openPdf(pdf)
  const told = readPlaces(places)
  tellLetters(file)
  leadLinks(file, linkGoals(told))
  annotate(file, remarksOf(doc, request, notedPlaces(told)))
  const { textHash } = request.state
  // The text as it was hashed comes along, so that whoever has the file can hold one against the other.
  const data = { format: DATA_FORMAT, textHash, text: canonicalText(doc), report }
  attach(file, {
    name: DATA_FILE,
    description: 'What this file prints, as data, and the text as it was signed',
    type: 'application/json',
    bytes: Buffer.from(JSON.stringify(data)),
    at: request.now,
  })
  identify(file)
  reserveDigest(file)
  return fillDigest(file.write())
}

/** Points: a goal is shown with the line above it, and the number of a page stands behind the word that leads there. */
const ABOVE = 16
const NUMBER = 15

function linkGoals(told: Places | null): ReadonlyMap<string, Goal> {
  if (told === null) return new Map()
  return new Map(
    [...goalsOf(told)].map(([name, place]) => {
      const top = Math.min(told.sheet.height, told.sheet.height - place.y + ABOVE)
      const wider = name.startsWith(BACK) ? NUMBER : 0
      return [name, { page: place.page - 1, top, words: goalWords(name, place), wider }]
    }),
  )
}

function remarksOf(
  doc: Node,
  request: ExportRequest,
  places: ReadonlyMap<string, NotedPlace>,
): readonly Remark[] {
  const { state, audience, people } = request
  const voice = createVoice(audience, people)
  if (!voice.inside) return []
  const numbers = numberThreads(doc, state)
  return state.threads.flatMap((thread) => {
    const place = places.get(numbers.get(thread.id) ?? '')
    return place ? [remarkOf(thread, place, voice)] : []
  })
}

function remarkOf(thread: ThreadView, place: NotedPlace, voice: Voice): Remark {
  const [first, ...replies] = thread.messages.map(({ authorId, at, text }): Said => ({
    author: voice.name(authorId),
    at,
    text: text.toWellFormed(),
  }))
  const { resolvedAt: at, resolvedBy } = thread
  const author = voice.name(resolvedBy)
  const by = author === '' ? '' : ` by ${author}`
  return {
    id: thread.id,
    ...place,
    colour: PALE,
    ...(first ?? { author: '', at: 0, text: '' }),
    replies,
    resolved: at === null ? null : { author, at, text: `Resolved${by}` },
  }
}
