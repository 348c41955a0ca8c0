import type { ExportRequest } from '../../../shared/model/interchange.ts'
import type { RuleFindings, StyleFinding, StyleFindings } from '../../../shared/model/style-findings.ts'
import { shortened } from './labels.ts'
import { moment } from './moment.ts'
import type { Voice } from './voice.ts'

/** What the style check proposes in the text, rule by rule. */
export type ReportFindings = {
  /** What they are and by which house style, in sentences. */
  readonly intro: string
  /** Said where there is none; empty where none was looked for. */
  readonly nothing: string
  readonly rules: readonly {
    readonly title: string
    /** "14 open, 2 put aside" */
    readonly counts: string
    readonly level: string
    readonly explanation: string
    readonly found: readonly {
      readonly place: string
      /** Empty where the story as a whole is meant. */
      readonly words: string
      /** What would take their place, and who put it aside; may be empty. */
      readonly note: string
    }[]
    /** "and 12 more", where not all are told. */
    readonly more: string
  }[]
}

const SHOWN_LETTERS = 90

const NOT_RUN = 'The style check could not be made for this file.'
const WHAT =
  'What the style check proposes to look at again. A proposal is not an error, and no check by itself.'

function asideWords({ aside }: StyleFinding, voice: Voice, offset: number): string {
  return aside ? `put aside by ${voice.name(aside.by)}, ${moment(aside.at, offset)}` : ''
}

function insteadWords({ instead }: StyleFinding): string {
  if (instead === null) return ''
  return instead === '' ? 'can go' : `instead: “${instead}”`
}

function ofRule(rule: RuleFindings, voice: Voice, offset: number): ReportFindings['rules'][number] {
  const { title, level, explanation, open, aside, first } = rule
  const counts = [open > 0 ? `${open} open` : '', aside > 0 ? `${aside} put aside` : '']
  const left = open + aside - first.length
  return {
    title,
    level,
    explanation,
    counts: counts.filter((one) => one !== '').join(', '),
    found: first.map((one) => ({
      place: one.place,
      words: one.ofWhole ? '' : shortened(one.words, SHOWN_LETTERS),
      note: [one.detail, insteadWords(one), asideWords(one, voice, offset)]
        .filter((part) => part !== '')
        .join('; '),
    })),
    more: left === 0 ? '' : `and ${left} more`,
  }
}

function introOf({ house, spelling, claims }: StyleFindings): string {
  const spelled = spelling ? '' : ' Spelling was not checked: its dictionary could not be read.'
  const taken =
    claims === 0
      ? ''
      : ` The finder takes ${claims} more ${claims === 1 ? 'passage' : 'passages'} for claims that nobody has pinned or put aside.`
  return `${WHAT} House style: ${house}.${spelled}${taken}`
}

/** Null outside: what a desk says of its own text stays there. */
export function reportFindings(
  { style, utcOffset }: Pick<ExportRequest, 'style' | 'utcOffset'>,
  voice: Voice,
): ReportFindings | null {
  if (!voice.inside) return null
  if (!style) return { intro: NOT_RUN, nothing: '', rules: [] }
  return {
    intro: introOf(style),
    nothing: 'No finding.',
    rules: style.rules.map((rule) => ofRule(rule, voice, utcOffset)),
  }
}

/** How many stand and were put aside, for the cover. */
export function findingCounts(style: StyleFindings | null | undefined) {
  const sum = (which: 'open' | 'aside') => (style?.rules ?? []).reduce((all, rule) => all + rule[which], 0)
  return {
    findings: style ? `${sum('open')}, ${sum('aside')}` : 'not checked',
    claims: style ? String(style.claims) : 'not checked',
  }
}
