import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import { readSnapshot } from '../../../shared/document/stored-steps.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { untrackedRoles } from '../../../shared/rules/workflow.ts'
import { count, listed } from '../../../shared/rules/words.ts'
import type { Act } from '../act.ts'
import { noArticle, performForState } from '../act.ts'
import { nameOf, shortened } from '../claim-name.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import type { Replaced } from '../replace-text.ts'
import { isTextNew, keepVersion, listEarlier } from '../versions.ts'

const NO_VERSION = 'This version is not among those of the article. Nothing was changed.'
const DAMAGED =
  'The stored text of this version is damaged, so nothing was changed. The present text and the other versions are not affected.'

function list(context: Context, articleId: ArticleId): Outcome<Result<'versions.list'>> {
  const { store } = context
  if (!store.articles.get(articleId)) return noArticle()
  listEarlier(context, articleId)
  return done({
    versions: store.versions.list(articleId),
    head: store.versions.head(articleId),
    here: context.library.id,
  })
}

function readVersion(
  { store }: Context,
  { articleId, versionId }: ParsedArgs<'versions.document'>,
): Outcome<{ readonly version: SavedVersion; readonly json: unknown }> {
  const version = store.versions.get(articleId, versionId)
  if (!version) return fail('not-found', NO_VERSION)
  const json = store.versions.document(articleId, versionId)
  return json === null
    ? fail('unreadable-file', DAMAGED)
    : done({ version, json: JSON.parse(json) as unknown })
}

/** What became of changes, comments and claims, for the log. */
function tell({ reopened, decided, withdrawn, placed, toCompare }: Replaced): string {
  const changes = (amount: number) => count(amount, 'change', 'changes')
  const told = [
    reopened > 0 ? `${changes(reopened)} open again.` : '',
    decided > 0 ? `${changes(decided)} decided as they were then.` : '',
    withdrawn > 0 ? `${changes(withdrawn)} made since left the text undecided.` : '',
    placed.sure + placed.toCheck > 0
      ? `Found again by their words: ${placed.sure + placed.toCheck} made since, ${placed.toCheck} of them to be checked.`
      : '',
    placed.lost > 0 ? `${placed.lost} made since have no words in it.` : '',
    ...toCompare.map((claim) => `To be compared word by word again: ${nameOf(claim)}.`),
  ]
  return told.filter((words) => words !== '').join(' ')
}

/** Bringing a text back is an edit that nobody tracks. */
function refuseRole(context: Context, act: Act): Outcome<never> | null {
  const free = untrackedRoles(context.workflow, act.article())
  if (free.includes(act.actor.role)) return null
  const roles = listed(free.map((role) => `“${role}”`))
  const who = roles === '' ? 'nobody does that at this step' : `only ${roles} may do that at this step`
  return fail(
    'refused',
    `Restoring is an edit that is not tracked, and ${who}. Nothing was changed; compare the texts and suggest ` +
      'what should come back, or move the article back first.',
  )
}

function restore(context: Context, act: Act, args: ParsedArgs<'versions.restore'>): Outcome<null> {
  const refused = refuseRole(context, act)
  if (refused) return refused
  const read = readVersion(context, args)
  if (!read.ok) return read
  const { version, json } = read.value
  const parsed = readSnapshot(json)
  if (!parsed.ok) return fail('unreadable-file', DAMAGED)
  const name = shortened(version.name)
  if (isTextNew(context, args.articleId, act.text())) {
    keepVersion(context, act, { kind: 'restore', name: `Before ${name} was restored` })
  }
  const why = `Restored with ${name}.`
  const replaced = act.replace({ doc: parsed.doc, at: version.at, why })
  if (!replaced.ok) return replaced
  keepVersion(context, act, { kind: 'restore', name: `Restored ${name}` })
  const reason = args.reason === '' ? '' : ` Reason: ${args.reason}`
  const text = `Restored the text of ${name}, ${version.textHash.slice(0, 12)}.`
  act.log('version.restore', [text, tell(replaced.value)].join(' ').trim() + reason)
  return done(null)
}

/** Texts as they once stood: listed, read, kept under a name, and brought back. */
export function versionHandlers(context: Context): HandlersOf<'versions'> {
  return {
    'versions.list': ({ articleId }) => list(context, articleId),
    'versions.document': (args) => {
      const read = readVersion(context, args)
      return read.ok ? done({ doc: read.value.json }) : read
    },
    'versions.name': ({ articleId, name }) =>
      performForState(context, articleId, { whenLocked: 'allowed' }, (act) => {
        keepVersion(context, act, { kind: 'named', name })
        act.log('version.name', `Kept as ${shortened(name)}, ${act.text().textHash.slice(0, 12)}.`)
        return done(null)
      }),
    'versions.restore': (args) => {
      const { articleId } = args
      const asked = { whenLocked: 'refused', whenAway: 'refused' } as const
      const restored = performForState(context, articleId, asked, (act) => restore(context, act, args))
      if (restored.ok) context.platform.emit('text.replaced', { articleId, seq: restored.value.seq })
      return restored
    },
  }
}
