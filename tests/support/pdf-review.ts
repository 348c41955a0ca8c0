import type { Node } from 'prosemirror-model'
import { sha256 } from '../../src/main/core/hash.ts'
import { canonicalText } from '../../src/shared/document/canonical.ts'
import type { ExportRequest } from '../../src/shared/model/interchange.ts'
import {
  article,
  claim,
  claimed,
  deleted,
  HANNE,
  INES,
  inserted,
  noted,
  NOW,
  para,
  request,
  review,
  run,
  signature,
  slot,
  source,
  thread,
  TOBIAS,
} from '../unit/main/export/pdf/builders.ts'
import { claimLink } from './rows.ts'

/** One small review with everything that the checks of a finished PDF ask for. */

export const LEFT_TO_RIGHT: readonly string[] = [
  'Task force breaks up smuggling ring',
  'Eleven people were arrested before dawn in Osterlee. Nine boats were seized. Two men fled.',
  'Nobody spoke, and the harbour master “saw nothing”.',
  'Αθήνα and Москва were named, 中文 and 한국어 were not.',
]

/** Written to break a page, a program that reads it, or the template. */
export const HOSTILE: readonly string[] = [
  '#panic("out") @smith #import "@preview/x:1.0.0" $x^2$ <label> \\ `raw` *bold*',
  'n'.repeat(5000),
  'before\u0000after \u202ereversed\u202c \ufeff\ue000 \ud800 ภาษาไทย ქართული',
]

const MIXED = 'قال ليلى 08:08 20-11-2026 שלום, and 👩🏽‍🚀 🏳️‍🌈'

export function pdfDocument(): Node {
  return article(
    para('headline', LEFT_TO_RIGHT[0] ?? ''),
    para(
      'body',
      'Eleven people were arrested ',
      run('yesterday', deleted(INES)),
      run('before dawn', inserted(INES)),
      run(' in Osterlee', claimed('c1')),
      '. Nine boats were seized.',
      // The number of a sentence stands before its first letter, which makes two pieces of it.
      run(' Two men fled.', inserted(INES)),
    ),
    para('heading1', 'At the harbour'),
    para('body', run('Nobody', noted('t1')), ' spoke, and the harbour master “saw nothing”.'),
    para('body', run('Αθήνα and Москва were named', noted('t2')), ', 中文 and 한국어 were not.'),
    para('body', MIXED),
    ...HOSTILE.map((text) => para('body', text)),
  )
}

export const COMMENTS = ['Who says so?', 'Is this still true?']
export const REPLY = 'The harbour office.'

export function pdfRequest(fields: Partial<ExportRequest> = {}): ExportRequest {
  const doc = pdfDocument()
  const textHash = sha256(canonicalText(doc))
  const one = source('s1', { title: 'Minutes of the port' })
  const results = [
    {
      rule: 'R6',
      title: 'Event',
      state: 'unmet' as const,
      why: 'One source only.',
      remedy: 'A second one.',
      waivedBy: [],
      waiverId: null,
    },
  ]
  const [first, second] = COMMENTS.map((text, index) => thread(`t${index + 1}`, HANNE, text))
  const replies = thread('t1-2', TOBIAS, REPLY).messages
  const threads = [
    ...(first ? [{ ...first, messages: [...first.messages, ...replies] }] : []),
    ...(second ? [{ ...second, resolvedBy: INES.id, resolvedAt: NOW }] : []),
  ]
  const desk = signature('desk', TOBIAS, { textHash, conditions: 'Only after the second source.' })
  const state = review(doc, {
    textHash,
    threads,
    sources: [one],
    claims: [claim('c1', 'in Osterlee', { sources: [{ ...claimLink(one.id), locator: 'p. 3' }], results })],
    signOffs: [desk],
    slots: [slot('desk', { state: 'signed', signOff: desk }), slot('approval')],
  })
  return request(doc, { state, ...fields })
}
