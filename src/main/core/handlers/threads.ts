import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts'
import type { Message, Thread, ThreadTarget } from '../../../shared/model/thread.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

const NO_THREAD = 'This comment is not in the article any more. Nothing was changed.'

function findThread({ store }: Context, act: Act, id: ThreadId): Thread | null {
  return store.threads.list(act.article().id).find((thread) => thread.id === id) ?? null
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

function newMessage({ newId }: Context, act: Act, text: string): Message {
  const id = newId() as MessageId
  return { id, authorId: act.actor.personId, at: act.at, dateRaw: null, text, editedAt: null, earlier: [] }
}

function create(context: Context, act: Act, args: ParsedArgs<'threads.create'>): Outcome<null> {
  const { store } = context
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  // Sent twice: the first answer was lost, the comment is there. What was typed with it is stored above, once.
  if (findThread(context, act, args.id)) return done(null)
  const missing = missingTarget(context, act, args.id, args.target)
  if (missing !== null) return fail('refused', missing)
  if (args.assigneeId !== null && !store.people.get(args.assigneeId)) {
    return fail('not-found', 'The person it is assigned to is not in the library.')
  }
  store.threads.insert(act.article().id, {
    id: args.id,
    target: args.target,
    level: args.level,
    audience: args.audience,
    assigneeId: args.assigneeId,
    quote: (act.text().index.comments.get(args.id)?.words ?? '').slice(0, 4000),
    resolvedBy: null,
    resolvedAt: null,
    messages: [newMessage(context, act, args.text)],
  })
  act.log('thread.create', `Comment (${args.level}): ${shorten(args.text)}`)
  return done(null)
}

/** Enough of a text for a line of the log. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 120 ? `“${line}”` : `“${line.slice(0, 119)}…”`
}

function editMessage(context: Context, act: Act, args: ParsedArgs<'threads.editMessage'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  const message = thread?.messages.find((one) => one.id === args.messageId)
  if (!message) return fail('not-found', NO_THREAD)
  if (message.authorId !== act.actor.personId) {
    return fail(
      'refused',
      'Only who wrote a comment can change its words. Nothing was changed; reply instead.',
    )
  }
  context.store.threads.editMessage(act.article().id, message.id, args.text, act.at)
  act.log('thread.edit', `Comment reworded from ${shorten(message.text)} to ${shorten(args.text)}`)
  return done(null)
}

function setFields(context: Context, act: Act, args: ParsedArgs<'threads.set'>): Outcome<null> {
  const thread = findThread(context, act, args.threadId)
  if (!thread) return fail('not-found', NO_THREAD)
  const assignee = args.assigneeId === null ? null : context.store.people.get(args.assigneeId)
  if (args.assigneeId !== null && !assignee) return fail('not-found', 'This person is not in the library.')
  const { level, assigneeId } = args
  context.store.threads.update(act.article().id, { ...thread, level, assigneeId })
  act.log('thread.set', `Comment is ${level}, assigned to ${assignee?.name ?? 'nobody'}.`)
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
  const said = shorten(thread.messages[0]?.text ?? '')
  act.log(
    args.resolved ? 'thread.resolve' : 'thread.reopen',
    `${args.resolved ? 'Resolved' : 'Opened again'}: ${said}`,
  )
  return done(null)
}

function reply(context: Context, act: Act, args: ParsedArgs<'threads.reply'>): Outcome<null> {
  if (!findThread(context, act, args.threadId)) return fail('not-found', NO_THREAD)
  context.store.threads.addMessage(act.article().id, args.threadId, newMessage(context, act, args.text))
  act.log('thread.reply', `Reply: ${shorten(args.text)}`)
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
