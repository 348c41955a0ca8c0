import type { Node } from 'prosemirror-model'
import { paragraphTexts } from '../../../../shared/document/projection.ts'
import type { ExportRequest } from '../../../../shared/model/interchange.ts'
import type { ReviewState } from '../../../../shared/model/review.ts'
import { SLOT_NAMES, STATUS_NAMES } from '../../../../shared/names.ts'
import { hiddenTitles } from '../../pdf/hidden-sources.ts'
import { zone, moment } from '../../pdf/moment.ts'
import { reportClaims } from '../../pdf/report-claims.ts'
import type { ReportClaim } from '../../pdf/report-claims.ts'
import { reportApproval, reportCover, reportVerdict, shortHash } from '../../pdf/report-cover.ts'
import { createVoice } from '../../pdf/voice.ts'
import type { Voice } from '../../pdf/voice.ts'

/** What the sign-off page says, as words, scrubbed for its readers. */
export type SignOffFacts = {
  readonly title: string
  /** What the page speaks of, and how it stands: one line each. */
  readonly lines: readonly string[]
  readonly signOffs: readonly (readonly string[])[]
  readonly open: readonly string[]
  readonly ledger: readonly (readonly string[])[]
  readonly counts: readonly (readonly string[])[]
  /** What becomes of the page. */
  readonly end: string
}

export const SIGN_OFF_COLUMNS = ['Role', 'Name', 'Decision', 'Time', 'Note'] as const
export const LEDGER_COLUMNS = ['No.', 'Claim', 'Required', 'Met by'] as const

/** Of a claim that lost its words, these are deleted ones: only a copy that shows deleted words may say them. */
const GONE = '(its words are no longer in the text)'

/** `doc`: the text of the file, which tells what it names anyway. */
export function signOffFacts(request: ExportRequest, doc: Node): SignOffFacts {
  const { state, audience, now, utcOffset, kind } = request
  const voice = createVoice(audience, request.people, hiddenTitles(state, paragraphTexts(doc).join('\n')))
  const cover = reportCover(state, voice, { now, utcOffset })
  const { slots } = reportApproval(state, voice)
  const verdict = reportVerdict(state, voice)
  const mayQuote = kind === 'docx-review' && voice.inside
  return {
    title: 'Sign-off',
    lines: [
      aboutWords(state),
      `Status: ${STATUS_NAMES[state.article.status]}. ${verdict.approved ? `Approved ${verdict.words}.` : verdict.words}`,
      `Made ${moment(now, utcOffset)}, ${zone(utcOffset)}, for ${audience} readers.`,
    ],
    signOffs: state.slots.map((slot, index) => {
      const told = slots[index]
      const conditions = slot.signOff ? voice.free(slot.signOff.conditions) : ''
      const signed = told && told.hash !== '' ? `text ${told.hash}` : ''
      const note = [told?.cause ?? '', conditions, signed].filter((one) => one.trim() !== '').join('; ')
      const when = slot.signOff ? moment(slot.signOff.at, slot.signOff.utcOffset) : ''
      return [SLOT_NAMES[slot.slot], told?.who || told?.role || '', told?.state ?? '', when, note]
    }),
    open: cover.blockers.map(({ code, words }) => `${code}: ${words}`),
    ledger: reportClaims(state, voice, utcOffset).map((claim) => ledgerRow(claim, mayQuote)),
    counts: cover.counts.map(({ label, value }) => [label, value]),
    end: endWords(state, voice),
  }
}

function aboutWords({ article, textHash, evidenceHash }: ReviewState): string {
  const slug = article.slug === '' ? 'no slug' : article.slug
  return `${slug}, v${article.version}, text ${shortHash(textHash)}, evidence ${shortHash(evidenceHash)}`
}

function ledgerRow(claim: ReportClaim, mayQuote: boolean): readonly string[] {
  const required = claim.rules.map(({ rule, title }) => `${rule} ${title}`)
  const sources = claim.sources.map(({ grade, title }) => `${grade}: ${title}`)
  const unmet = claim.rules.flatMap(({ rule, state, why }) =>
    state === 'met' ? [] : [`${rule} ${state}: ${why}`],
  )
  return [
    claim.number,
    claim.orphaned && !mayQuote ? GONE : claim.words,
    [`${claim.kind}, ${claim.risk} risk`, ...required].join('\n'),
    [`${claim.status} ${claim.statusDetail}`.trim(), ...sources, ...unmet].join('\n'),
  ]
}

/** The last signature's hash holds all before it: printed, it is the anchor of the record. */
function endWords({ signOffs }: ReviewState, voice: Voice): string {
  const head = signOffs.at(-1)
  const anchor = head && voice.inside ? `Head of the record: ${shortHash(head.hash)}. ` : ''
  return `${anchor}Stet leaves this page out when it reads the file again; what is written on it is lost then.`
}
