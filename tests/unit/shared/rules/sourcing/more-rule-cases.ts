import type { Claim } from '../../../../../src/shared/model/claim.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { consultationRow, replyRow } from '../../../../support/evidence.ts'
import type { Given, GivenSource } from '../../../../support/evidence.ts'
import { AT, claimRow } from '../../../../support/rows.ts'
import { PILOT, unnamed, witness } from './rule-cases.ts'
import type { RuleCases } from './rule-cases.ts'

const NO_ALLEGATION =
  'Neither one official record (grade A) nor two independent sources with direct knowledge, at least one of them on ' +
  'the record, bear out the allegation.'
const AN_ALLEGATION =
  'Attach an official record, or a second source with direct knowledge and another origin, with one of the two on ' +
  'the record.'
const NO_BODY =
  'No verified claim of the body bears out what stands in the headline, a caption or a pull quote.'
const A_BODY =
  'Name the claim of the body that it repeats, once that is verified; or verify this one with a place there.'
const NO_FORECAST = 'It is not said who makes the forecast. It is not said what the forecast rests on.'

export const verified = {
  status: 'verified',
  verifiedQuote: 'words',
  verifiedBy: 'mara' as PersonId,
  verifiedAt: AT,
} as const
const forecast = { holder: 'The union', basis: 'Last year’s vote' }
const outlet: GivenSource = { kind: 'outlet', grade: 'C', title: 'Coastal Wire', inText: 'Coastal Wire' }
const WIRED = 'as Coastal Wire reported.'
const parties = ['Edric Vole', 'Brannoch Marine']
const headline = { styles: ['headline'] } as const

/** In the headline, repeating a claim of the body of these fields. */
function repeating(fields: Partial<Claim>, style: 'body' | 'headline' = 'body', words = 'words'): Given {
  const body = claimRow('body', fields)
  return {
    ...headline,
    claim: verified,
    details: { bodyClaimId: body.id },
    others: [{ claim: body, words, style }],
  }
}

export const MORE_RULES: Readonly<Record<string, RuleCases>> = {
  R8: {
    met: [
      { claim: { kind: 'allegation' }, sources: [{}] },
      { claim: { kind: 'allegation', risk: 'high' }, sources: [witness, unnamed], text: PILOT },
    ],
    unmet: [
      [{ claim: { kind: 'allegation' } }, NO_ALLEGATION, AN_ALLEGATION],
      [{ claim: { kind: 'allegation' }, sources: [{ kind: 'person' }] }, NO_ALLEGATION, AN_ALLEGATION],
      [{ claim: { kind: 'allegation' }, sources: [witness] }, NO_ALLEGATION, AN_ALLEGATION],
      [
        {
          claim: { kind: 'allegation', risk: 'high' },
          sources: [witness, { ...witness, directKnowledge: false }],
        },
        NO_ALLEGATION,
        AN_ALLEGATION,
      ],
      [
        { claim: { kind: 'allegation' }, sources: [unnamed, { ...witness, onRecord: 'background' }] },
        NO_ALLEGATION,
        AN_ALLEGATION,
      ],
      [
        {
          claim: { kind: 'allegation' },
          sources: [
            { ...witness, origin: 'Police briefing' },
            { ...witness, origin: 'police  briefing' },
          ],
        },
        `${NO_ALLEGATION} “Source s1” and “Source s2” share one origin, “Police briefing”, and count once.`,
        AN_ALLEGATION,
      ],
      [
        { claim: { kind: 'allegation' }, words: 'witnesses say he ran it', sources: [{}] },
        'The text says “witnesses”, more than one, and there are not two records of separate origin.',
        'Attach a second record with another origin, or write the singular.',
      ],
    ],
    notAsked: [{ claim: { kind: 'event' } }],
  },
  R9: {
    met: [
      { claim: { kind: 'opinion' }, details: { holder: 'The union' } },
      { claim: { kind: 'opinion' }, details: { basis: 'Seats won' }, sources: [{ grade: 'C' }] },
      { claim: { kind: 'opinion', status: 'opinion-labelled' } },
    ],
    unmet: [
      [
        { claim: { kind: 'opinion' }, details: { basis: 'Seats won' } },
        'It is not said whose opinion this is, nor by what measure, and it is not labelled opinion.',
        'Name the holder, or give the measure and its source, or label the claim as opinion.',
      ],
    ],
    notAsked: [{ claim: { kind: 'event' } }],
  },
  R10: {
    met: [
      { claim: { kind: 'motive' }, sources: [{ kind: 'document', grade: 'C' }] },
      { claim: { kind: 'motive' }, sources: [{ ...witness, link: { bears: ['own-words'] } }] },
    ],
    unmet: [
      [
        { claim: { kind: 'motive' }, sources: [witness] },
        "Neither the holder's own words nor a document tell the motive.",
        'Attach the words of whoever had the motive, marked as own words, or a document.',
      ],
    ],
    notAsked: [{ claim: { kind: 'causal' } }],
  },
  R11: {
    met: [{ claim: { kind: 'prediction' }, details: forecast, words: 'The vote may fail' }],
    unmet: [
      [{ claim: { kind: 'prediction' } }, NO_FORECAST, 'Name the forecaster. Give its basis.'],
      [
        { claim: { kind: 'prediction' }, details: forecast, words: 'It is Certain to pass, inevitably' },
        'The text says “certain to” and “inevitably”, as if the future were certain.',
        'Take the words of certainty out of the text.',
      ],
    ],
    notAsked: [{ claim: { kind: 'opinion' } }],
  },
  R12: {
    met: [
      { claim: { kind: 'background' }, sources: [{ grade: 'C' }] },
      { claim: { kind: 'background', commonKnowledge: { by: 'mara' as PersonId, at: AT } } },
    ],
    unmet: [
      [
        { claim: { kind: 'background' } },
        'No reference is attached, and no checker has marked it as common knowledge.',
        'Attach one reference, or have a checker mark it as common knowledge by name.',
      ],
    ],
    notAsked: [{ claim: { kind: 'number' } }],
  },
  R13: {
    met: [
      repeating(verified),
      { ...repeating(verified), styles: ['caption'] },
      { claim: verified, styles: ['headline', 'body'] },
    ],
    unmet: [
      [headline, NO_BODY, A_BODY],
      [{ ...headline, claim: verified }, NO_BODY, A_BODY],
      [{ claim: verified, styles: ['quote'] }, NO_BODY, A_BODY],
      [{ claim: { status: 'checking' }, styles: ['headline', 'body'] }, NO_BODY, A_BODY],
      [repeating({ ...verified, status: 'checking' }), NO_BODY, A_BODY],
      [repeating({ ...verified, verifiedQuote: 'other words' }), NO_BODY, A_BODY],
      [repeating(verified, 'headline'), NO_BODY, A_BODY],
      [repeating({ ...verified, verifiedQuote: '' }, 'body', ''), NO_BODY, A_BODY],
      [{ ...headline, details: { bodyClaimId: 'gone' as Claim['id'] } }, NO_BODY, A_BODY],
    ],
    notAsked: [{ claim: verified }, { styles: ['headline'], words: '' }],
  },
  R14: {
    met: [
      { sources: [unnamed], text: PILOT },
      { sources: [{ ...unnamed, inText: 'someone on the quay' }], text: 'Someone on the quay saw it.' },
    ],
    unmet: [
      [
        { sources: [unnamed] },
        'The agreed description of “A harbour pilot” does not stand in the text.',
        'Put the agreed public description into the text, or give the words by which the text names the source.',
      ],
      [
        { claim: { risk: 'high' }, sources: [{ ...unnamed, attestation: null }], text: PILOT },
        'No editor has attested, with a reason, knowing who “A harbour pilot” is.',
        'An editor who is not the reporter attests knowing the source, with the reason for not naming it.',
      ],
      [
        {
          sources: [unnamed, { ...unnamed, title: 'A clerk', directKnowledge: false }],
          text: `${PILOT} A clerk.`,
        },
        'No direct knowledge is recorded of “A clerk”.',
        'Say that the source knows it at first hand, or grade it E and find another.',
      ],
    ],
    notAsked: [
      { sources: [{}] },
      { sources: [{ ...unnamed, grade: 'E' }] },
      { sources: [{ ...unnamed, link: { stance: 'contradicts' } }] },
    ],
  },
  R15: {
    met: [
      { claim: { risk: 'medium' }, sources: [outlet], text: WIRED },
      { claim: { risk: 'high' }, sources: [outlet, witness], text: WIRED },
    ],
    unmet: [
      [
        { claim: { risk: 'high' }, sources: [outlet, { ...outlet, kind: 'press-release' }], text: WIRED },
        'At high risk an outlet, a press release or a post is the only support.',
        'Attach a person, document, data set, recording or observation of our own.',
      ],
      [
        { claim: { risk: 'low' }, sources: [outlet] },
        'The text does not attribute it to “Coastal Wire”.',
        'Name it in the text, and give those words at the source.',
      ],
      [
        { claim: { risk: 'low' }, sources: [{ ...outlet, inText: '' }], text: WIRED },
        'The text does not attribute it to “Coastal Wire”.',
        'Name it in the text, and give those words at the source.',
      ],
    ],
    notAsked: [{ claim: { risk: 'high' }, sources: [{}] }, { sources: [{ ...outlet, grade: 'E' }] }],
  },
  R16: {
    met: [
      {
        claim: { kind: 'allegation' },
        details: { parties },
        replies: [replyRow('edric  vole', { outcome: 'no-answer' }), replyRow('BRANNOCH MARINE')],
      },
      {
        claim: { kind: 'allegation' },
        details: { parties: ['Edric Vole'] },
        replies: [
          replyRow('Edric Vole', { outcome: 'waiting' }),
          replyRow('Edric Vole', { outcome: 'declined' }),
        ],
      },
    ],
    unmet: [
      [
        { claim: { kind: 'allegation' } },
        'It is not said who is alleged against.',
        'Name every party that the allegation is against.',
      ],
      [
        { claim: { kind: 'allegation' }, details: { parties } },
        'The allegation has not been put to Edric Vole and Brannoch Marine.',
        'Put it to them, and record whom you asked, when, how, and what was put.',
      ],
      [
        {
          claim: { kind: 'allegation', risk: 'high' },
          details: { parties },
          replies: [
            replyRow('Edric Vole', { outcome: 'waiting' }),
            replyRow('Brannoch Marine', { claimIds: ['another' as Claim['id']] }),
          ],
        },
        'The allegation has not been put to Brannoch Marine. No answer from Edric Vole yet.',
        'Put it to them, and record whom you asked, when, how, and what was put. ' +
          'Record the answer, or that it was declined, or that the deadline passed with no answer.',
      ],
    ],
    notAsked: [{ claim: { kind: 'event' }, details: { parties } }],
  },
  R17: {
    met: [
      { details: { flags: ['minors'] }, consultations: [consultationRow('legal')] },
      {
        details: { flags: ['harm'] },
        consultations: [consultationRow('standards', { claimIds: ['c' as Claim['id']] })],
      },
    ],
    unmet: [
      [],
      [consultationRow('desk')],
      [consultationRow('legal', { claimIds: ['another' as Claim['id']] })],
    ].map((consultations) => [
      { details: { flags: ['security'] }, consultations },
      'Neither standards nor legal has been consulted on harm, security or minors.',
      'Have standards or legal record their advice on this claim, or on the whole article.',
    ]),
    notAsked: [{ consultations: [consultationRow('legal')] }],
  },
  R18: {
    met: [{ claim: verified }, { claim: { ...verified, status: 'verified-with-change' } }],
    unmet: [
      [
        { claim: verified, words: 'other things' },
        'Its words are not those that were verified.',
        'Check it again against its sources.',
      ],
      [
        { claim: { ...verified, verifiedQuote: 'the seperate boat' }, words: 'The separate boat' },
        'Its spelling is not the one that was verified.',
        'Confirm it again by name, because only the spelling differs, or check it again.',
      ],
    ],
    notAsked: [{ claim: { status: 'checking', verifiedQuote: 'old words' } }],
  },
}
