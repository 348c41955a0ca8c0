import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { Watch } from '../../../shared/model/interchange.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { listDesk } from '../desk-list.ts'
import { refuseByline, refuseOtherDesk } from '../duties.ts'
import { importDraft } from '../import-draft.ts'
import { done, fail } from '../outcome.ts'
import type { NamedFile } from '../platform.ts'
import { pickFiles } from '../pick-files.ts'
import { recognise } from './returns.ts'

type Imported = Result<'articles.import'>
type Opened = Result<'articles.openDialog'>

/** A package is looked at first, and then taken in as a whole or not at all. */
function isPackage({ name }: NamedFile): boolean {
  return /\.stet$/i.test(name)
}

const IS_PACKAGE =
  'This is a package of a whole review and not a draft. Nothing was imported; open it as a package, and look at what it brings first.'

/** HTML says more than its text; a paste without it is plain text. */
function paste(context: Context, { text, html }: ParsedArgs<'articles.paste'>): Promise<Outcome<Imported>> {
  const [name, content] = html.trim() === '' ? ['Pasted.txt', text] : ['Pasted.html', html]
  return importDraft(context, { name, bytes: new TextEncoder().encode(content) })
}

async function openDialog(context: Context, watch: Watch): Promise<Outcome<Opened>> {
  const picked = await pickFiles(context)
  if (!picked.ok) return picked
  const imported: Imported[] = []
  const returned: Opened['returned'][number][] = []
  const packages = picked.value.filter(isPackage)
  for (const file of picked.value) {
    if (isPackage(file)) continue
    // One after another: the work is done by one worker anyway, and the order of choosing is kept.
    // oxlint-disable-next-line no-await-in-loop
    const known = await recognise(context, file)
    if (known.ok && known.value) {
      returned.push({ articleId: known.value.articleId, ...file })
      continue
    }
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await importDraft(context, file, {}, watch)
    if (!outcome.ok) {
      const kept = imported.map((one) => `“${one.name}”`).join(', ')
      const before = kept === '' ? '' : ` On the desk already: ${kept}.`
      return fail(outcome.error.code, `“${file.name}”: ${outcome.error.message}${before}`)
    }
    imported.push(outcome.value)
  }
  return done({ imported, packages, returned })
}

function unknownPerson({ store }: Context, ids: readonly (PersonId | null)[]): boolean {
  return ids.some((id) => id !== null && !store.people.get(id))
}

/** Who wrote it decides who may judge it. */
function tellByline({ store }: Context, before: PersonId | null, now: PersonId | null): string {
  if (before === now) return ''
  const name = (id: PersonId | null) => (id === null ? null : store.people.get(id)?.name) ?? 'nobody named'
  return ` Written by ${name(now)}, before by ${name(before)}.`
}

function updateDetails(
  context: Context,
  act: Act,
  fields: Omit<ParsedArgs<'articles.update'>, 'articleId'>,
): Outcome<null> {
  if (unknownPerson(context, [fields.holderId, fields.authorId])) {
    return fail('not-found', 'This person is not in the library.')
  }
  const article = act.article()
  const refused = refuseByline(act, fields.authorId) ?? refuseOtherDesk(act, fields.desk)
  if (refused) return refused
  const renamed = fields.slug !== article.slug || fields.authorId !== article.authorId
  if (article.locked && renamed) {
    return fail(
      'locked',
      'Slug and byline were approved with the text. Nothing was changed; re-open it first.',
    )
  }
  if (fields.slug !== article.slug) context.store.search.markStale(article.id)
  act.change(fields)
  const due = fields.due === null ? 'no time' : new Date(fields.due).toISOString()
  const told = `Slug “${fields.slug}”, desk “${fields.desk}”, due ${due}.`
  act.log('article.update', `${told}${tellByline(context, article.authorId, fields.authorId)}`)
  return done(null)
}

/** The list of articles, and what is done to one as a whole. */
export function articleHandlers(context: Context): HandlersOf<'articles'> {
  return {
    'articles.list': (asked) => done(listDesk(context, asked)),
    'articles.import': ({ job, ...file }) =>
      isPackage(file)
        ? fail('refused', IS_PACKAGE)
        : context.jobs.run(job, `Opening “${file.name}”`, (watch) => importDraft(context, file, {}, watch)),
    'articles.paste': (pasted) => paste(context, pasted),
    'articles.openDialog': ({ job }) =>
      context.jobs.run(job, 'Opening files', (watch) => openDialog(context, watch)),
    'articles.update': ({ articleId, ...fields }): Outcome<ReviewState> =>
      performForState(context, articleId, { whenLocked: 'allowed', whenAway: 'refused' }, (act) =>
        updateDetails(context, act, fields),
      ),
  }
}
