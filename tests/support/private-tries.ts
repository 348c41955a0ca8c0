import type { Args, MethodName } from '../../src/shared/contract.ts'
import { NO_DETAILS } from '../../src/shared/model/claim.ts'
import type { PersonId } from '../../src/shared/model/ids.ts'
import { EXPORT_KINDS } from '../../src/shared/model/review.ts'
import { CLAIM, OPEN_THREAD, PLACED, PRIVATE_IDS, PRIVATE_WORDS, SOURCE } from './private-review.ts'
import type { PrivateReview } from './private-review.ts'

/** A call or more of every method, made to come by what is private. A new method needs a line here. */

/** What each method is asked; `me`: who is at the desk. */
type Tries = { readonly [M in MethodName]: (me: PersonId) => readonly Args<M>[] }

export function tries({ articleId, messageId, legalToken }: PrivateReview): Tries {
  const of = { articleId }
  const edit = { baseSeq: 999, batchId: 'never', steps: [] }
  const anchor = { articleId, mark: 'comment', id: PLACED } as const
  const threads = [...PRIVATE_IDS, OPEN_THREAD].map((threadId) => ({ articleId, threadId }))
  const fields = {
    kind: 'document',
    title: 'Charge sheet',
    grade: 'A',
    origin: '',
    locator: '',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
    directKnowledge: true,
    onRecord: 'on-record',
    suppliedBy: null,
  } as const
  const claim = { articleId, claimId: CLAIM }
  const bytes = new Uint8Array([1])
  const words = Object.values(PRIVATE_WORDS)
  return {
    'session.get': () => [{}],
    'session.switch': (personId) => [{ personId, role: 'legal' }],
    'session.renameLibrary': () => [{ name: 'Night desk' }],
    'session.savePerson': () => [
      { id: null, name: 'Ada Quill', initials: 'AQ', hue: 1, roles: ['reporter'] },
    ],
    'packages.create': () => [
      { ...of, audience: 'internal', purpose: 'copy' },
      { ...of, audience: 'external', purpose: 'marks' },
      { ...of, audience: 'legal', purpose: 'copy' },
    ],
    'packages.preview': () => [{ name: 'other.stet', bytes }],
    'packages.openDialog': () => [{}],
    'packages.accept': () => [{ previewId: 'none', takeRight: false }],
    'packages.takeBack': () => [{ ...of, reason: 'It never came.' }],
    'returns.openDialog': () => [{}],
    'returns.recognise': () => [{ name: 'other.docx', bytes }],
    'returns.preview': () => [{ ...of, name: 'other.docx', bytes }],
    'returns.accept': () => [{ previewId: 'none' }],
    'conflicts.settle': () => [{ ...of, conflictId: 'none', choice: 'keep' }],
    'articles.list': () => [{}, ...words.map((query) => ({ query }))],
    'articles.import': () => [{ name: 'other.txt', bytes }],
    'articles.paste': () => [{ text: 'Other', html: '' }],
    'articles.openDialog': () => [{}],
    'articles.update': () => [{ ...of, slug: 'ring', desk: '', due: null, holderId: null, authorId: null }],
    'workflow.move': () => [{ ...of, to: 'legal', reason: '' }],
    'workflow.legalHold': () => [{ ...of, reason: null }],
    'review.open': () => [of],
    'review.news': () => [
      { ...of, since: null },
      { ...of, since: legalToken },
    ],
    'review.state': () => [of],
    'review.log': () => [of],
    'review.verify': () => [of],
    'review.decisions': () => [of],
    'review.imports': () => [of],
    'document.save': () => [{ ...of, edit, decided: [] }],
    'anchors.quotes': () => [anchor],
    'anchors.place': () => [{ ...anchor, edit, sure: true }],
    'anchors.confirm': () => [anchor],
    'anchors.detach': () => [anchor],
    'threads.create': () =>
      PRIVATE_IDS.flatMap((id) => {
        const said = { ...of, edit: null, id, level: 'fyi', assigneeId: null, text: 'x' } as const
        return [
          { ...said, target: { kind: 'article' } },
          { ...said, target: { kind: 'range' }, audience: 'legal' },
        ]
      }),
    'threads.reply': () => threads.map((one) => ({ ...one, text: 'Tell me.' })),
    'threads.editMessage': () => threads.map((one) => ({ ...one, messageId, text: 'Tell me.' })),
    'threads.set': () =>
      threads.map((one) => ({ ...one, level: 'fyi', assigneeId: null, audience: 'desk' }) as const),
    'threads.resolve': () => threads.map((one) => ({ ...one, resolved: true })),
    'claims.create': () => [{ ...of, edit: null, id: 'other', kind: 'event', risk: 'low', paraphrase: '' }],
    'claims.update': () => [{ ...claim, kind: 'event', risk: 'low', paraphrase: '', details: NO_DETAILS }],
    'claims.setStatus': () => [
      { ...claim, status: 'checking' },
      { ...claim, status: 'verified' },
    ],
    'claims.attach': () => [{ ...claim, source: { sourceId: SOURCE, locator: '', note: '' } }],
    'claims.detach': () => [{ ...claim, sourceId: SOURCE }],
    'claims.reconfirm': () => [claim],
    'claims.commonKnowledge': () => [{ ...claim, isCommon: true }],
    'claims.withdraw': () => [{ ...claim, edit: null }],
    'waivers.grant': (askedBy) => [
      {
        ...of,
        id: 'waiver',
        claimId: CLAIM,
        rules: ['R6'],
        category: 'time',
        reason: 'A reason of twenty characters or more.',
        askedBy,
        throughVersion: 1,
      },
    ],
    'waivers.end': () => [{ ...of, waiverId: 'waiver' }],
    'replies.save': (askedBy) => [
      {
        ...of,
        id: 'reply',
        party: 'The harbour company',
        claimIds: [CLAIM],
        askedBy,
        askedAt: 1,
        channel: 'letter',
        put: 'All of it.',
        deadline: null,
        outcome: 'waiting',
        answer: '',
        answeredAt: null,
      },
    ],
    'consultations.record': () => [
      {
        ...of,
        id: 'consultation',
        field: 'legal',
        claimIds: [],
        question: 'Again?',
        advice: 'Yes.',
        audience: 'desk',
      },
    ],
    'checks.dismiss': () => [{ ...of, key: 'k', rule: 'loaded', words: 'kingpin' }],
    'checks.restore': () => [{ ...of, key: 'k' }],
    'checks.dismissAll': () => [{ ...of, dismissed: [{ key: 'k', rule: 'loaded', words: 'kingpin' }] }],
    'checks.restoreAll': () => [{ ...of, keys: ['k'] }],
    'checks.book': () => [{}],
    'checks.useProfile': () => [{ profile: 'neutral' }],
    'sources.create': () => [{ ...of, id: SOURCE, fields }],
    'sources.update': () => [{ ...of, sourceId: SOURCE, fields }],
    'sources.attest': () => [{ ...of, sourceId: SOURCE, reason: 'At risk.' }],
    'sources.find': () => words.map((query) => ({ ...of, query })),
    'sources.reuse': () => [{ ...of, id: 's2', from: { articleId, sourceId: SOURCE } }],
    'sources.keepFile': () => [{ ...of, sourceId: SOURCE, name: 'record.txt', bytes }],
    'sources.dropFile': () => [{ ...of, sourceId: SOURCE }],
    'sources.saveFile': () => [{ ...of, sourceId: SOURCE }],
    'approval.sign': () => [
      {
        ...of,
        slot: 'legal',
        decision: 'approve',
        conditions: '',
        typedName: 'x',
        textHash: '',
        evidenceHash: '',
        utcOffset: 0,
      },
    ],
    'approval.withdraw': () => [{ ...of, slot: 'legal', reason: 'To look.', utcOffset: 0 }],
    'approval.reopen': () => [{ ...of, reason: 'To look.' }],
    'approval.file': () => [of],
    'versions.list': () => [of],
    'versions.document': () => [{ ...of, versionId: 'none' }],
    'versions.name': () => [{ ...of, name: 'Before the lawyers read it' }],
    'versions.restore': () => [{ ...of, versionId: 'none' }],
    'pictures.put': () => [{ name: 'a.png', bytes }],
    'exports.create': () =>
      EXPORT_KINDS.flatMap((kind) =>
        (['internal', 'legal', 'external'] as const).map((audience) => ({ ...of, kind, audience })),
      ),
    'jobs.cancel': () => [{ job: 'none' }],
    'exports.save': () => [{ fileId: 'none' }],
    'pdf.bytes': () => [{ fileId: 'none' }],
    'pdf.check': () => [{ name: 'other.pdf', bytes }],
    'pdf.sign': () => [{ fileId: 'none', key: bytes, passphrase: '' }],
    'log.export': () =>
      (['csv', 'json'] as const).map((format) => ({ ...of, format, kinds: null, personId: null })),
    'shell.openExternal': () => [{ url: 'https://example.org/' }],
  }
}
