import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { readAny } from '../../../../../src/main/export/pdf/read-any.ts'
import type { ConsultationId, ReplyId, WaiverId } from '../../../../../src/shared/model/ids.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { claimLink } from '../../../../support/rows.ts'
import {
  HANNE,
  INES,
  NOW,
  TOBIAS,
  claim,
  claimed,
  para,
  article,
  request,
  review,
  run,
  source,
} from './builders.ts'

/** Waivers, the reply log and consultations in the packet. */

const doc = article(para('headline', 'Fuel ring'), para('body', run('The ring moved fuel.', claimed('c'))))
const result = { rule: 'R6', title: 'Event', why: 'Waived by the desk.', remedy: '', waivedBy: [] } as const
const against = { ...claimLink(source('s').id), stance: 'contradicts', answer: 'It speaks of 2019.' } as const
const fuel = claim('c', 'The ring moved fuel.', {
  number: 3,
  status: 'waived',
  results: [{ ...result, state: 'waived', waiverId: 'w' as WaiverId }],
  sources: [against],
})

function packet(audience: ExportRequest['audience']): ExportRequest {
  const state = review(doc, {
    claims: [fuel],
    sources: [source('s', { kind: 'document', title: 'Yearly report', gradeReason: 'Seen as a copy.' })],
    waivers: [
      {
        id: 'w' as WaiverId,
        claimId: fuel.id,
        rules: ['R6'],
        category: 'public-record',
        reason: 'The record is sealed until the trial.',
        askedBy: INES.id,
        grantedBy: TOBIAS.id,
        grantedAs: 'desk',
        at: NOW,
        throughVersion: 7,
        endedBy: null,
        endedAt: null,
      },
    ],
    replies: [
      {
        id: 'r' as ReplyId,
        party: 'The harbour company',
        claimIds: [fuel.id],
        askedBy: INES.id,
        askedAt: NOW,
        channel: 'letter',
        put: 'That it paid twice, says Ines Calloway.',
        deadline: NOW,
        outcome: 'answered',
        answer: 'It paid once.',
        answeredAt: NOW,
        createdBy: INES.id,
        createdAt: NOW,
        updatedAt: NOW,
      },
    ],
    consultations: [
      {
        id: 'k' as ConsultationId,
        field: 'security',
        claimIds: [],
        question: 'May the route be told?',
        advice: 'Without the times.',
        audience: 'desk',
        by: HANNE.id,
        as: 'standards',
        at: NOW,
      },
      {
        id: 'l' as ConsultationId,
        field: 'legal',
        claimIds: [fuel.id],
        question: '',
        advice: '',
        audience: 'legal',
        by: HANNE.id,
        as: 'legal',
        at: NOW,
      },
    ],
  })
  return request(doc, { audience, state })
}

async function read(audience: ExportRequest['audience']): Promise<string> {
  const outcome = await exportPdf('packet', packet(audience))
  if (!outcome.ok) throw new Error(outcome.error.message)
  return (await readAny(outcome.value.bytes)).map((page) => page.body).join('|')
}

describe('the packet', () => {
  test('prints them inside the desk, each with who, when and why', async () => {
    const body = await read('internal')
    for (const words of [
      'R6 Event: waived. Waived by the desk.',
      'Contradicts the claim',
      'Why it stands all the same: It speaks of 2019.',
      'Graded so: Seen as a copy.',
      'on the public record',
      'The record is sealed until the trial.',
      'Granted by Tobias Reuk, desk editor',
      'Asked for by Ines Calloway',
      'Holds through v7',
      'The harbour company',
      'Put to them: That it paid twice',
      'Their answer: It paid once.',
      'Asked by letter by Ines Calloway',
      'Claim 3',
      'Asked: May the route be told?',
      'Advised: Without the times.',
      'What was asked and advised is kept by legal.',
    ])
      expect(body).toContain(words.replaceAll(' ', ''))
  })

  test('tells readers outside no name, no reason of a waiver and no advice', async () => {
    const body = await read('external')
    for (const words of ['R6', 'Granted by desk editor', 'The harbour company', 'It paid once.'])
      expect(body).toContain(words.replaceAll(' ', ''))
    for (const words of ['Calloway', 'Reuk', 'sealed', 'route', 'Advised', 'Consultations', 'Seen as a copy'])
      expect(body).not.toContain(words.replaceAll(' ', ''))
  })
})
