import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import type { Given, GivenSource } from '../../../../support/evidence.ts'
import { AT } from '../../../../support/rows.ts'

/** For each rule of the shipped book the smallest claims that meet it and that do not, with what is said of these. */
export type RuleCases = {
  readonly met: readonly Given[]
  readonly unmet: readonly (readonly [given: Given, why: string, remedy: string])[]
  /** Claims that the rule does not bear on. */
  readonly notAsked: readonly Given[]
}

export const witness: GivenSource = { kind: 'person', grade: 'B', directKnowledge: true }
export const unnamed: GivenSource = {
  kind: 'person',
  grade: 'D',
  title: 'A harbour pilot',
  onRecord: 'unnamed',
  directKnowledge: true,
  attestation: { by: 'ines' as PersonId, at: AT, reason: 'Would lose the post.' },
}
/** The agreed description of `unnamed`, as the text may have it. */
export const PILOT = 'said a harbour pilot.'

const record = { locator: 'p. 3', period: '2026' }
const NO_FIGURE =
  'No official record or data (grade A) with its period or place and a locator bears out the figure.'
const A_FIGURE = 'Attach a grade A source, and fill in its period or place and the page, table or cell.'
const said = { speaker: 'Edric Vole', spokenOn: '18 November', wordForWord: true }
const recording: GivenSource = { kind: 'recording', medium: 'audio' }
const checked = { identityChecked: ['name', 'title', 'agency'], identityCheckedOn: '19 November' } as const
const OTHERWISE = [
  '“Source s2” says otherwise, and nobody has answered that.',
  'Say at that source why the claim stands all the same, or change the claim.',
] as const
const SINGLE = [
  'The text says “officials”, more than one, and there are not two records of separate origin.',
  'Attach a second record with another origin, or write the singular.',
] as const

export const FIRST_RULES: Readonly<Record<string, RuleCases>> = {
  R1: {
    met: [
      { claim: { kind: 'number' }, sources: [record] },
      { claim: { kind: 'number' }, sources: [{ period: '2026', link: { locator: 'table 4' } }] },
      { claim: { kind: 'number' }, details: { computed: true, sum: '3 + 4' }, sources: [record] },
      {
        claim: { kind: 'number' },
        details: { trend: true },
        sources: [
          { ...record, period: '2019', link: { bears: ['first-value'] } },
          { grade: 'B', period: '2026', link: { bears: ['second-value'] } },
        ],
      },
      {
        claim: { kind: 'number' },
        details: { trend: true },
        sources: [{ ...record, period: '2019 to 2026', link: { bears: ['first-value', 'second-value'] } }],
      },
    ],
    unmet: [
      [{ claim: { kind: 'number' } }, NO_FIGURE, A_FIGURE],
      [{ claim: { kind: 'number' }, sources: [{ locator: 'p. 3' }] }, NO_FIGURE, A_FIGURE],
      [{ claim: { kind: 'number' }, sources: [{ period: '2026' }] }, NO_FIGURE, A_FIGURE],
      [{ claim: { kind: 'number' }, sources: [{ ...record, grade: 'B' }] }, NO_FIGURE, A_FIGURE],
      [
        { claim: { kind: 'number' }, details: { computed: true, sum: ' ' }, sources: [record] },
        'The figure was worked out, and its sum is not given.',
        'Write down the sum, with the figures that go into it.',
      ],
      [
        {
          claim: { kind: 'number' },
          details: { trend: true },
          sources: [record, { link: { bears: ['second-value'] } }],
        },
        'A rise or fall is told, and its first value has no source with a date. ' +
          'A rise or fall is told, and its second value has no source with a date.',
        'Attach a source to the first value, and fill in its period. ' +
          'Attach a source to the second value, and fill in its period.',
      ],
      [{ claim: { kind: 'number' }, sources: [record, { link: { stance: 'contradicts' } }] }, ...OTHERWISE],
    ],
    notAsked: [{ claim: { kind: 'event' } }, { claim: { kind: 'number', status: 'cut' } }],
  },
  R2: {
    met: [{ claim: { kind: 'quotation' }, details: said, sources: [recording] }],
    unmet: [
      [
        { claim: { kind: 'quotation' }, sources: [{ ...recording, medium: '' }] },
        'No recording, transcript, notes or document (grade A) holds the words. ' +
          'It is not said who spoke, or when. Nobody has compared the quotation word by word.',
        'Attach the recording, transcript, notes or document, and say in which medium it was taken down. ' +
          'Name the speaker and the date. Have a checker compare it word by word and tick it.',
      ],
      [
        { claim: { kind: 'quotation' }, details: { ...said, spokenOn: ' ' }, sources: [recording] },
        'It is not said who spoke, or when.',
        'Name the speaker and the date.',
      ],
      [
        { claim: { kind: 'quotation' }, details: { ...said, wordForWord: false }, sources: [recording] },
        'Nobody has compared the quotation word by word.',
        'Have a checker compare it word by word and tick it.',
      ],
      [
        { claim: { kind: 'quotation' }, details: said, sources: [{ ...recording, kind: 'outlet' }] },
        'No recording, transcript, notes or document (grade A) holds the words.',
        'Attach the recording, transcript, notes or document, and say in which medium it was taken down.',
      ],
    ],
    notAsked: [{ claim: { kind: 'attribution' } }],
  },
  R3: {
    met: [
      {
        claim: { kind: 'attribution' },
        details: { attributedTo: 'the harbour  Office' },
        text: 'So says the Harbour office.',
      },
      {
        claim: { kind: 'attribution' },
        details: { attributedTo: 'officials' },
        words: 'officials say',
        sources: [{ origin: 'one' }, { origin: 'other' }],
      },
    ],
    unmet: [
      [
        { claim: { kind: 'attribution' }, words: 'it is said' },
        'It is not said who says it; “it is said” names nobody.',
        'Name in the text who says it, and give those words here.',
      ],
      [
        { claim: { kind: 'attribution' }, details: { attributedTo: 'the office' }, text: 'the offices' },
        'The text does not say that it comes from “the office”.',
        'Put those words into the text, or give the words of the text that say who says it.',
      ],
      [
        {
          claim: { kind: 'attribution' },
          details: { attributedTo: 'officials' },
          words: 'Officials say',
          sources: [{}],
        },
        ...SINGLE,
      ],
    ],
    notAsked: [{ claim: { kind: 'quotation' } }],
  },
  R4: {
    met: [{ claim: { kind: 'identity' }, details: checked }],
    unmet: [
      [
        { claim: { kind: 'identity' }, details: { identityChecked: ['name', 'title'] } },
        'Name, title and agency have not all been compared with a record. It is not said when they were checked.',
        'Compare name, title and agency with a record, and tick each. Give the date of the check.',
      ],
      [
        { claim: { kind: 'identity' }, details: { ...checked, identityCheckedOn: '' } },
        'It is not said when they were checked.',
        'Give the date of the check.',
      ],
    ],
    notAsked: [{ claim: { kind: 'event' } }],
  },
  R5: {
    met: [
      {
        claim: { kind: 'date-place' },
        details: { stated: 'on 3 December' },
        words: 'On 3 December',
        sources: [{ grade: 'C', period: '3 December' }],
      },
      {
        claim: { kind: 'date-place' },
        details: { stated: 'Skarn … Osterlee' },
        words: 'Skarn … Osterlee',
        sources: [{ period: 'Skarn' }],
      },
    ],
    unmet: [
      [
        { claim: { kind: 'date-place' } },
        'It is not given how the text states the date or place. No source states the date or place.',
        'Give the date or place in the words of the text. ' +
          'Attach a source, and fill in the period or place that it gives.',
      ],
      [
        { claim: { kind: 'date-place' }, details: { stated: 'Monday' }, sources: [{ period: 'Monday' }] },
        'The text does not say “Monday”.',
        'Put the date or place into the text, or give it as the text has it.',
      ],
    ],
    notAsked: [{ claim: { kind: 'number' } }],
  },
  R6: {
    met: [
      { claim: { kind: 'event' }, sources: [{}] },
      { claim: { kind: 'event' }, sources: [{ kind: 'observation', grade: 'B' }] },
      { claim: { kind: 'event' }, sources: [{ grade: 'B' }, { grade: 'C' }] },
      { claim: { kind: 'event' }, sources: [unnamed, { grade: 'C' }] },
      { claim: { kind: 'event' }, sources: [unnamed, unnamed], text: PILOT },
      { claim: { kind: 'event' }, words: 'Officials came', sources: [{}, { grade: 'C' }] },
      {
        claim: { kind: 'event' },
        sources: [{}, { link: { stance: 'contradicts', answer: 'It speaks of another day.' } }],
      },
    ],
    unmet: [
      [
        { claim: { kind: 'event' }, sources: [{ grade: 'B' }, { grade: 'E', title: 'A post' }] },
        'Neither one record (grade A), nor our own observation, nor two independent sources bear out the event.' +
          ' “A post”: grade E, guidance only and never support.',
        'Attach a grade A record or our own observation, or a second source with another origin.',
      ],
      // Whatever somebody graded it: what was said off the record is guidance.
      [
        { claim: { kind: 'event' }, sources: [{ grade: 'A', onRecord: 'off-record', title: 'An aide' }] },
        'Neither one record (grade A), nor our own observation, nor two independent sources bear out the event.' +
          ' “An aide”: off the record, guidance only and never support.',
        'Attach a grade A record or our own observation, or a second source with another origin.',
      ],
      [
        {
          claim: { kind: 'event', risk: 'high' },
          sources: [
            { grade: 'C', origin: 'The Wire' },
            { grade: 'C', origin: ' the  wire ' },
          ],
        },
        'Neither one record (grade A), nor our own observation, nor two independent sources bear out the event.' +
          ' “Source s1” and “Source s2” share one origin, “The Wire”, and count once.',
        'Attach a grade A record or our own observation, or a second source with another origin.',
      ],
      [
        { claim: { kind: 'event' }, sources: [{ ...unnamed, attestation: null }, unnamed], text: PILOT },
        'Neither one record (grade A), nor our own observation, nor two independent sources bear out the event.',
        'Attach a grade A record or our own observation, or a second source with another origin.',
      ],
      [{ claim: { kind: 'event' }, words: 'Officials came', sources: [{}] }, ...SINGLE],
      [{ claim: { kind: 'event' }, sources: [{}, { link: { stance: 'contradicts' } }] }, ...OTHERWISE],
    ],
    notAsked: [{ claim: { kind: 'background' } }],
  },
  R7: {
    met: [
      { claim: { kind: 'causal' }, sources: [{ grade: 'C', link: { bears: ['cause', 'effect', 'link'] } }] },
      {
        claim: { kind: 'causal' },
        sources: [
          { link: { bears: ['cause'] } },
          { link: { bears: ['effect'] } },
          { link: { bears: ['link'] } },
        ],
      },
    ],
    unmet: [
      [
        { claim: { kind: 'causal' }, sources: [{}] },
        'Nothing bears out the cause. Nothing bears out the effect. Nothing bears out that the one led to the other.',
        'Attach a source that bears on the cause. Attach a source that bears on the effect. ' +
          'Attach a source that bears on the link between them.',
      ],
      [
        { claim: { kind: 'causal' }, sources: [{ link: { bears: ['cause', 'effect'] } }] },
        'Nothing bears out that the one led to the other.',
        'Attach a source that bears on the link between them.',
      ],
    ],
    notAsked: [{ claim: { kind: 'event' } }],
  },
}
