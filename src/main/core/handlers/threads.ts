import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts'
import type { Message, Thread, ThreadAudience, ThreadTarget } from '../../../shared/model/thread.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { firstQuote } from '../first-quote.ts'
import { done, fail } from '../outcome.ts'
import { PRIVATE_ACT, findReadable } from '../visible.ts'

const NO_THREAD = 'This comment is not in the article any more. Nothing was changed.'
const LEGAL_DECIDES =
  'Only legal makes a comment private to legal, or opens it to the desk again. Nothing was changed.'

/** A private comment is as good as missing to whoever may not read it. */
function findThread(context: Context, act: Act, id: ThreadId): Thread | null {
  return findReadable(context, act.article().id, id)
}

/**
 * The log tells that somebody said something and never what: everybody reads it, it is never rewritten, and a comment
 * may be made private after it was written. What was said, and said before, is kept with the comment.
 */
function tell(act: Act, { audience }: { readonly audience: ThreadAudience }, kind: string, summary: string) {
  act.log(kind, audience === 'legal' ? PRIVATE_ACT : summary)
}

/** Words for what is missing, or null when the target is there. */
function missingTarget({ store }: Context, act: Act, id: ThreadId, target: ThreadTarget): string | null {
  const articleId = act.article().id
  switch (target.kind) {
    case 'article':
      return null
    case 'range':
      return act.text().index.comments.has(id)
        ? null
        : 'The comment has no place in the text. It was not kept.'
    case 'change':
      return store.changes.list(articleId).some((change) => change.id === target.changeId)
        ? null
        : 'The change that was commented on is not there any more. The comment was not kept.'
    case 'claim':
      return store.claims.list(articleId).some((claim) => claim.id === target.claimId)
        ? null
        : 'The claim that was commented on is not there any more. The comment was not kept.'
  }
}

const TARGET_WORDS: Readonly<Record<ThreadTarget['kind'], string>> = {
  range: 'on words of the text',
  change: 'on a change',
  claim: 'on a claim',
  article: 'on the whole article',
}

function newMessage({ newId }: Context, act: Act, text: string): Message {
  const id = newId() as MessageId
  return { id, authorId: act.actor.personId, at: act.at, dateRaw: null, text, editedAt: null, earlier: [] }
}

/** Why nobody of this name can be asked, or null. */
function unknownAssignee({ store }: Context, id: Thread['assigneeId']) {
  return id === null || store.people.get(id)
    ? null
    : fail('not-found', 'The person it is assigned to is not in the library. Nothing was changed.')
}

function create(context: Context, act: Act, args: ParsedArgs<'threads.create'>): Outcome<null> {
  const { store } = context
  const { id, target, level, audience, assigneeId } = args
  if (audience === 'legal' && act.actor.role !== 'legal') return fail('refused', LEGAL_DECIDES)
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  // Sent twice: the first answer was lost, the comment is there. What was typed with it is stored above, once.
  if (store.threads.list(act.article().id).some((thread) => thread.id === id)) return done(null)
  const missing = missingTarget(context, act, id, target)
  if (missing !== null) return fail('refused', missing)
  const unknown = unknownAssignee(context, assigneeId)
  if (unknown) return unknown
  store.threads.insert(act.article().id, {
    id,
    target,
    level,
    audience,
    assigneeId,
    quote: firstQuote(act.text(), 'comment', id),
    resolvedBy: null,
    resolvedAt: null,
    messages: [newMessage(context, act, args.text)],
  })
  tell(act, args, 'thread.create', `Comment ${TARGET_WORDS[target.kind]}: ${level}.`)
  return done(null)
}

function editMessage(context: Context, act: Act, args: ParsedArgs<'threads.editMessage'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  const message = thread?.messages.find((one) => one.id === args.messageId)
  if (!thread || !message) return fail('not-found', NO_THREAD)
  if (message.authorId !== act.actor.personId) {
    return fail(
      'refused',
      'Only who wrote a comment can change its words. Nothing was changed; reply instead.',
    )
  }
  if (message.text === args.text) return done(null)
  context.store.threads.editMessage(act.article().id, message.id, args.text, act.at)
  tell(act, thread, 'thread.edit', 'A comment was reworded; what it said before is kept with it.')
  return done(null)
}

function setFields(context: Context, act: Act, args: ParsedArgs<'threads.set'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  if (!thread) return fail('not-found', NO_THREAD)
  const { level, assigneeId, audience = thread.audience } = args
  if (audience !== thread.audience && act.actor.role !== 'legal') return fail('refused', LEGAL_DECIDES)
  const unknown = unknownAssignee(context, assigneeId)
  if (unknown) return unknown
  const next = { ...thread, level, assigneeId, audience }
  context.store.threads.update(act.article().id, next)
  const assignee = assigneeId === null ? null : context.store.people.get(assigneeId)
  const opened = thread.audience === 'legal' && audience === 'desk' ? ' It is open to the desk now.' : ''
  tell(act, next, 'thread.set', `Comment is ${level}, assigned to ${assignee?.name ?? 'nobody'}.${opened}`)
  return done(null)
}

function resolve(context: Context, act: Act, args: ParsedArgs<'threads.resolve'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  if (!thread) return fail('not-found', NO_THREAD)
  if ((thread.resolvedAt !== null) === args.resolved) return done(null)
  const resolution = args.resolved
    ? { resolvedBy: act.actor.personId, resolvedAt: act.at }
    : { resolvedBy: null, resolvedAt: null }
  context.store.threads.update(act.article().id, { ...thread, ...resolution })
  const [kind, what] = args.resolved ? ['thread.resolve', 'resolved'] : ['thread.reopen', 'opened again']
  tell(act, thread, kind, `Comment ${TARGET_WORDS[thread.target.kind]} ${what}: ${thread.level}.`)
  return done(null)
}

function reply(context: Context, act: Act, args: ParsedArgs<'threads.reply'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  if (!thread) return fail('not-found', NO_THREAD)
  context.store.threads.addMessage(act.article().id, thread.id, newMessage(context, act, args.text))
  tell(act, thread, 'thread.reply', `Reply to a comment ${TARGET_WORDS[thread.target.kind]}.`)
  return done(null)
}

/** Comments. Talking goes on after an approval; only a new anchor in the text is refused then. */
export function threadHandlers(context: Context): HandlersOf<'threads'> {
  const talk = { whenLocked: 'allowed' } as const
  return {
    'threads.create': (args) => {
      const options = {
        whenLocked: args.target.kind === 'range' || args.edit ? 'refused' : 'allowed',
      } as const
      return performForState(context, args.articleId, options, (act) => create(context, act, args))
    },
    'threads.reply': (args) =>
      performForState(context, args.articleId, talk, (act) => reply(context, act, args)),
    'threads.editMessage': (args) =>
      performForState(context, args.articleId, talk, (act) => editMessage(context, act, args)),
    'threads.set': (args) =>
      performForState(context, args.articleId, talk, (act) => setFields(context, act, args)),
    'threads.resolve': (args) =>
      performForState(context, args.articleId, talk, (act) => resolve(context, act, args)),
  }
}
