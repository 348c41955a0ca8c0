import { isSafeHref } from '../../../shared/document/attributes.ts'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { shapeOf } from './claim-shape.ts'
import type { ClaimShape } from './claim-shape.ts'
import { descriptionOf, isOffRecord } from './hidden-sources.ts'
import { CLAIM_KIND_WORDS, ON_RECORD_WORDS, SOURCE_KIND_WORDS } from './labels.ts'
import { moment } from './moment.ts'
import type { Voice } from './voice.ts'

export type ReportSource = {
  readonly grade: string
  readonly title: string
  /** Kind, record, origin, locator and the like, one a line. */
  readonly lines: readonly string[]
  /** Null, or an address that is safe to link to. */
  readonly href: string | null
}

export type ReportClaim = {
  readonly number: string
  readonly shape: ClaimShape
  readonly words: string
  readonly orphaned: boolean
  readonly paraphrase: string
  readonly kind: string
  readonly risk: string
  /** "verified", and "by Mara Oyelle, 20 Nov 2026, 16:28:02" or whatever else there is to say. */
  readonly status: string
  readonly statusDetail: string
  readonly rules: readonly {
    readonly rule: string
    readonly title: string
    readonly state: 'met' | 'unmet' | 'waived'
    readonly why: string
    readonly remedy: string
  }[]
  readonly sources: readonly ReportSource[]
}

type Context = { readonly voice: Voice; readonly offset: number }

function statusWords(claim: ClaimView, { voice, offset }: Context): { status: string; statusDetail: string } {
  const by = claim.verifiedBy === null ? '' : `by ${voice.name(claim.verifiedBy)}, `
  const checked = claim.verifiedAt === null ? '' : by + moment(claim.verifiedAt, offset)
  if (claim.stale) {
    return { status: 'stale', statusDetail: `its words changed after it was verified ${checked}`.trim() }
  }
  const status = CLAIM_STATUS_NAMES[claim.status]
  return { status, statusDetail: claim.status.startsWith('verified') ? checked : '' }
}

function labelled(label: string, value: string): readonly string[] {
  return value === '' ? [] : [`${label} ${value}`]
}

function isHidden(source: Source, voice: Voice): boolean {
  return !voice.inside && isOffRecord(source)
}

/** What a rule says, which names sources by their titles and origins, in quotes: of hidden ones, the description. */
function ruleWords(text: string, state: ReviewState, voice: Voice): string {
  let said = text
  for (const source of state.sources) {
    if (!isHidden(source, voice)) continue
    said = said
      .replaceAll(`one origin, “${source.origin.trim()}”`, 'one origin')
      .replaceAll(`“${source.title}”`, () => `“${descriptionOf(source)}”`)
  }
  return voice.free(said)
}

function sourceLines(source: Source, use: ClaimSource, { voice, offset }: Context): readonly string[] {
  const attested = source.attestation
  return [
    `${SOURCE_KIND_WORDS[source.kind]}, ${ON_RECORD_WORDS[source.onRecord]}${source.directKnowledge ? ', direct knowledge' : ''}`,
    ...labelled('Origin:', source.origin),
    ...labelled('At:', use.locator === '' ? source.locator : use.locator),
    ...labelled('Covers:', source.period),
    ...labelled('Taken down as:', source.medium),
    ...(use.stance === 'contradicts' ? ['Contradicts the claim'] : []),
    ...labelled('Why it stands all the same:', use.answer),
    ...labelled('Note:', use.note),
    ...(voice.inside ? labelled('Graded so:', source.gradeReason) : []),
    ...(source.accessedAt === null ? [] : [`Seen ${moment(source.accessedAt, offset)}`]),
    ...(attested === null || !voice.inside
      ? []
      : [`Attested by ${voice.name(attested.by)}, ${moment(attested.at, offset)}: ${attested.reason}`]),
  ]
}

function reportSource(source: Source, use: ClaimSource, context: Context): ReportSource {
  const { free } = context.voice
  if (isHidden(source, context.voice)) {
    return { grade: source.grade, title: descriptionOf(source), lines: [], href: null }
  }
  const href = isSafeHref(source.url) ? source.url : null
  const address = href === null && source.url !== '' ? [source.url] : []
  return {
    grade: source.grade,
    title: free(source.title),
    lines: [...sourceLines(source, use, context), ...address].map(free),
    href,
  }
}

/** Guidance that was given off the record is nobody's business outside the desk. */
function isLeftOut(source: Source, voice: Voice): boolean {
  return !voice.inside && source.onRecord === 'off-record'
}

function sourcesOf(claim: ClaimView, state: ReviewState, context: Context): readonly ReportSource[] {
  const sources = new Map(state.sources.map((source) => [source.id, source]))
  return claim.sources.flatMap((use) => {
    const source = sources.get(use.sourceId)
    if (!source || isLeftOut(source, context.voice)) return []
    return [reportSource(source, use, context)]
  })
}

/** In the order of their numbers. */
export function reportClaims(state: ReviewState, voice: Voice, offset: number): readonly ReportClaim[] {
  const context = { voice, offset }
  return state.claims
    .toSorted((a, b) => a.number - b.number)
    .map((claim) => ({
      number: String(claim.number),
      shape: shapeOf(claim),
      words: (claim.orphaned ? claim.quote : claim.words).trim(),
      orphaned: claim.orphaned,
      paraphrase: voice.free(claim.paraphrase),
      kind: CLAIM_KIND_WORDS[claim.kind],
      risk: claim.risk,
      ...statusWords(claim, context),
      rules: claim.results.map((result) => ({
        rule: result.rule,
        title: result.title,
        state: result.state,
        why: ruleWords(result.why, state, voice),
        remedy: ruleWords(result.remedy, state, voice),
      })),
      sources: sourcesOf(claim, state, context),
    }))
}
