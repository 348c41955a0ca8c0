import type { PackagePerson } from '../../shared/exchange/package.ts'
import type { VersionRows } from '../../shared/exchange/package.ts'
import { NO_DETAILS } from '../../shared/model/claim.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ChangeRecord } from '../../shared/model/change.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Waiver } from '../../shared/model/waiver.ts'

/** Everybody at the desk, for readers outside: one id, in every package the same. */
export const SOMEBODY: PackagePerson = {
  id: 'somebody-at-the-desk' as PersonId,
  name: 'An editor',
  initials: 'E',
  hue: 1,
}

const { id: NOBODY } = SOMEBODY

/** Null stays null: that nobody decided yet is no secret. */
function somebody(id: PersonId | null): PersonId | null {
  return id === null ? null : NOBODY
}

/**
 * The review for readers outside: its text with what is changed in it, its claims, and the sources by kind and grade.
 * What people of the desk wrote to one another, and who they are, stays; so does who the sources are. The waivers say
 * which rules a claim runs without, and not why.
 */
export function forReadersOutside(rows: VersionRows, free: (text: string) => string): VersionRows {
  const sources = rows.sources.filter(({ onRecord }) => onRecord !== 'off-record')
  const told = new Set<string>(sources.map(({ id }) => id))
  return {
    article: {
      ...rows.article,
      holderId: null,
      authorId: null,
      aside: null,
      legalHold: null,
      correction: null,
      importedFrom: null,
    },
    changes: rows.changes.map(change),
    changeSets: rows.changeSets.map((set) => ({ ...set, label: free(set.label), authorId: NOBODY })),
    changeDecisions: [],
    anchors: rows.anchors
      .filter(({ mark }) => mark === 'claim')
      .map((anchor) => ({ ...anchor, confirmedBy: somebody(anchor.confirmedBy) })),
    threads: [],
    claims: rows.claims.map((one) => claim(one, told, free)),
    sources: sources.map(source),
    waivers: rows.waivers.map(waiver),
    replies: [],
    consultations: [],
    dismissals: [],
    signOffs: [],
    log: [],
    conflicts: [],
    custody: [],
  }
}

function change(record: ChangeRecord): ChangeRecord {
  return { ...record, authorId: NOBODY, decidedBy: somebody(record.decidedBy), reason: null }
}

function claim(row: Claim, told: ReadonlySet<string>, free: (text: string) => string): Claim {
  return {
    ...row,
    paraphrase: free(row.paraphrase),
    verifiedBy: somebody(row.verifiedBy),
    details: { ...NO_DETAILS, bodyClaimId: row.details.bodyClaimId },
    commonKnowledge: row.commonKnowledge && { ...row.commonKnowledge, by: NOBODY },
    sources: row.sources
      .filter(({ sourceId }) => told.has(sourceId))
      .map((link) => ({ ...link, locator: '', note: '', answer: '' })),
    createdBy: NOBODY,
  }
}

const KIND_WORDS: Readonly<Record<Source['kind'], string>> = {
  person: 'A person',
  document: 'A document',
  data: 'A data set',
  recording: 'A recording',
  observation: 'An observation',
  outlet: 'An outlet',
  'press-release': 'A press release',
  post: 'A post',
}

function source(row: Source): Source {
  return {
    ...row,
    // Of an unnamed source the title is the description that was agreed for the public.
    title: row.onRecord === 'unnamed' ? row.title : KIND_WORDS[row.kind],
    gradeReason: '',
    origin: '',
    locator: '',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
    inText: '',
    suppliedBy: null,
    attestation: null,
    file: null,
    createdBy: NOBODY,
  }
}

function waiver(row: Waiver): Waiver {
  return {
    ...row,
    reason: 'The reason is kept by the desk that gave it.',
    askedBy: NOBODY,
    grantedBy: NOBODY,
    endedBy: somebody(row.endedBy),
  }
}
