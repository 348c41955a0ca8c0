import { expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { readAny } from '../../../../../src/main/export/pdf/read-any.ts'
import { reportClaims } from '../../../../../src/main/export/pdf/report-claims.ts'
import { createVoice } from '../../../../../src/main/export/pdf/voice.ts'
import type { Audience } from '../../../../../src/shared/model/review.ts'
import { claimLink } from '../../../../support/rows.ts'
import { PEOPLE, article, claim, claimed, para, request, review, run, source } from './builders.ts'

/** Readers outside learn nothing of who did not speak on the record but what the article itself says. */

const doc = article(para('headline', 'Fuel ring'), para('body', run('The ring moved fuel.', claimed('c'))))
const sources = [
  source('b', { title: 'Dov Lassiter', onRecord: 'background', inText: 'a customs officer' }),
  source('n', { title: 'Petra Sund', onRecord: 'background', origin: 'the port' }),
  source('u', { title: 'an officer of the coast service', onRecord: 'unnamed' }),
  source('o', { title: 'an aide to the minister', onRecord: 'off-record', grade: 'E' }),
  source('s', { title: 'Yearly report', kind: 'document' }),
]
const why =
  '“Dov Lassiter”, “Petra Sund” and “Yearly report” share one origin, “the port”, and count once. ' +
  '“an aide to the minister”: off the record, guidance only and never support. ' +
  '“an officer of the coast service” has no direct knowledge.'
const fuel = claim('c', 'The ring moved fuel.', {
  results: [
    {
      rule: 'R6',
      title: 'Event',
      state: 'unmet',
      why,
      remedy: 'Ask “Petra Sund”.',
      waivedBy: [],
      waiverId: null,
    },
  ],
  sources: sources.map(({ id }) => claimLink(id)),
})

function printed(audience: Audience): string {
  const state = review(doc, { claims: [fuel], sources })
  return JSON.stringify(reportClaims(state, createVoice(audience, PEOPLE), 0))
}

test('names and descriptions stay inside', () => {
  const outside = printed('external')
  for (const words of ['Lassiter', 'Petra', 'aide to the minister']) expect(outside).not.toContain(words)
  for (const words of [
    '“a customs officer”, “a source on background” and “Yearly report” share one origin, and count once',
    '“a source off the record”: off the record',
    '“an officer of the coast service” has no direct knowledge',
    'Ask “a source on background”.',
  ])
    expect(outside).toContain(words)
})

test('the desk reads them as they are', () => {
  for (const words of ['Dov Lassiter', 'Petra Sund', 'an aide to the minister'])
    expect(printed('internal')).toContain(words)
})

test('whoever did not speak on the record is named in no words of the desk, but where that is told anyway', async () => {
  const told = [...sources, source('p', { title: 'Petra Sund, spokeswoman' })]
  const loose = claim('c', 'The ring moved fuel.', {
    paraphrase: 'DOV LASSITER and Petra Sund say so.',
    sources: told.map(({ id }) => claimLink(id)),
  })
  const state = review(doc, { claims: [loose], sources: told })
  const made = await exportPdf('packet', request(doc, { audience: 'external', state }))
  if (!made.ok) throw new Error(made.error.message)
  const body = (await readAny(made.value.bytes)).map((page) => page.body).join('')
  expect(body).not.toMatch(/lassiter/i)
  expect(body).toContain('[acustomsofficer]andPetraSundsayso.')
})
