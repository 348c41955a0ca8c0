import type { Outcome } from '../../../src/shared/contract.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ArticleId, ChangeId, SourceId, WaiverId } from '../../../src/shared/model/ids.ts'
import { CLAIM, openEvidenceDesk } from '../evidence-desk.ts'
import type { EvidenceDesk } from '../evidence-desk.ts'
import type { TestLibrary } from '../library.ts'
import { signSlot, sitDownAs } from '../walk-desk.ts'

/** A review with something of every kind in it, marked and signed by real calls. */

function must(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.error.message)
}

async function addEvidence({ library, articleId, ...desk }: EvidenceDesk): Promise<void> {
  await desk.addClaim()
  await desk.addClaim({ id: 'c2', kind: 'number', risk: 'high' }, 'for years')
  await desk.addClaim({ id: 'c3', kind: 'identity' }, 'Officials')
  must(await desk.addSource())
  must(await desk.addSource({ title: 'Harbour log', locator: 'p. 9' }, 's2' as SourceId))
  must(await desk.addSource({ title: 'Ring ledger', locator: 'row 4' }, 's3' as SourceId))
  must(await desk.attach({ locator: 'p. 3', note: 'Names the ring.' }))
  must(await desk.attach({ sourceId: 's2', note: 'Arrivals.' }))
  must(await desk.attach({ sourceId: 's3' }, 'c2' as typeof CLAIM))
  await desk.sitDown('legal')
  const { actor } = await library.must('session.get', {})
  const claimIds = [CLAIM]
  await library.must('replies.save', {
    articleId,
    id: 'r1',
    party: 'Harbour office',
    claimIds,
    askedBy: actor.personId,
    askedAt: Date.UTC(2026, 10, 19),
    channel: 'email',
    put: 'That fuel was moved for years.',
    deadline: null,
    outcome: 'answered',
    answer: 'Nothing of that is known here.',
    answeredAt: Date.UTC(2026, 10, 20),
  })
  await library.must('consultations.record', {
    articleId,
    id: 'k1',
    field: 'legal',
    claimIds,
    question: 'May it be said?',
    advice: 'With the reply beside it.',
    audience: 'desk',
  })
}

async function grant({ library, articleId }: EvidenceDesk): Promise<void> {
  const { people } = await library.must('session.get', {})
  const asker = people.find((person) => person.roles.includes('checker'))
  for (const role of ['approver', 'standards', 'legal', 'desk'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await sitDownAs(library, role)
    // oxlint-disable-next-line no-await-in-loop
    const state = await library.must('review.state', { articleId })
    const claim = state.claims.find(({ results }) => results.some((one) => one.state === 'unmet'))
    const rules = claim?.results.filter((one) => one.state === 'unmet').map(({ rule }) => rule) ?? []
    for (const rule of rules) {
      // oxlint-disable-next-line no-await-in-loop
      const granted = await library.call('waivers.grant', {
        articleId,
        id: `w-${rule}` as WaiverId,
        claimId: claim?.id ?? CLAIM,
        rules: [rule],
        category: 'public-record',
        reason: 'The ledger is public, and was read by two people.',
        askedBy: asker?.id ?? '',
        throughVersion: 1,
      })
      if (granted.ok) return
    }
  }
  throw new Error('No waiver could be granted')
}

async function addComments({ library, articleId, ...desk }: EvidenceDesk): Promise<void> {
  await desk.sitDown('checker')
  const said = {
    articleId,
    level: 'should',
    assigneeId: null,
    edit: null,
    target: { kind: 'article' },
  } as const
  await library.must('threads.create', { ...said, id: 't1', text: 'Which years?' })
  await library.must('threads.create', { ...said, id: 't2', text: 'Who knew?' })
  await library.must('threads.create', { ...said, id: 't3', text: 'Ask again on Monday.' })
  await library.must('threads.reply', { articleId, threadId: 't1', text: 'Those of the ledger.' })
  const { threads } = await desk.state()
  const messageId = threads.find(({ id }) => id === 't2')?.messages[0]?.id
  if (messageId) {
    await library.must('threads.editMessage', {
      articleId,
      threadId: 't2',
      messageId,
      text: 'Who knew it?',
    })
  }
}

async function edit({ library, articleId, ...desk }: EvidenceDesk): Promise<void> {
  const author = await desk.sitDown('desk')
  for (const [place, word] of ['Big ', 'Old ', 'New ', 'Far '].entries()) {
    const insertion = schema.marks.insertion.create({ id: `ch${place}`, author })
    // oxlint-disable-next-line no-await-in-loop
    const typed = await desk.edit((tr) => void tr.insert(1, schema.text(word, [insertion])))
    // oxlint-disable-next-line no-await-in-loop
    await library.must('document.save', { articleId, edit: typed, decided: [] })
  }
  const accepted = await desk.edit((tr) => void tr.removeMark(1, 1 + 'Far '.length, schema.marks.insertion))
  const decided = [{ changeIds: ['ch3' as ChangeId], verdict: 'accepted' as const, reason: 'Agreed.' }]
  await library.must('document.save', { articleId, edit: accepted, decided })
}

export async function buildSignedReview(library: TestLibrary): Promise<ArticleId> {
  const desk = await openEvidenceDesk(library, 'draft.docx')
  const { articleId } = desk
  await addEvidence(desk)
  await grant(desk)
  await addComments(desk)
  await edit(desk)
  await desk.sitDown('desk')
  await library.must('checks.dismiss', {
    articleId,
    key: 'k1',
    rule: 'loaded',
    words: 'ring',
  })
  for (const slot of ['desk', 'facts', 'copy'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one signature after another
    const signed = await signSlot({ library, articleId }, slot)
    if (!signed.ok) throw new Error(`${slot}: ${signed.error.message}`)
  }
  return articleId
}
