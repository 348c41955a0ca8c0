import type { Outcome } from '../../../shared/contract.ts'
import { custodyOf, hasHadRight, lastMoves } from '../../../shared/exchange/custody.ts'
import type { CustodyMove } from '../../../shared/model/custody.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { StoredArticle } from '../../store/articles.ts'
import type { Act } from '../act.ts'
import type { Context, ReviewContext } from '../context.ts'
import { done, fail } from '../outcome.ts'

/** The right to edit of one article: its moves, and what is read from them. */

type Parts = Pick<Context, 'library' | 'newId'>

type Hand = { readonly personId: PersonId | null; readonly at: number }

/** The move that comes after all that are known. */
export function nextMove(
  { library, newId }: Parts,
  moves: readonly CustodyMove[],
  kind: CustodyMove['kind'],
  { personId, at }: Hand,
  reason = '',
): CustodyMove {
  const after = lastMoves(moves).map(({ id }) => id)
  const by = { library: library.id, libraryName: library.name, personId, at }
  return { id: newId(), kind, ...by, after, reason }
}

/** Where an article came in is said when it first leaves: until then nobody asks. */
export function withBegin(
  context: Parts,
  moves: readonly CustodyMove[],
  { createdAt }: Pick<StoredArticle, 'createdAt'>,
): readonly CustodyMove[] {
  return moves.length > 0 ? moves : [nextMove(context, [], 'begun', { personId: null, at: createdAt })]
}

/** The fields of the article that repeat it. */
export function rightFields(
  { store, library }: Pick<Context, 'store' | 'library'>,
  articleId: StoredArticle['id'],
): Pick<StoredArticle, 'editRight' | 'rightWith'> {
  const custody = custodyOf(store.custody.list(articleId), library.id)
  return { editRight: custody.right, rightWith: custody.with }
}

/** Adds a move, and has the article say where the right is then. */
export function moveRight(context: ReviewContext, act: Act, kind: CustodyMove['kind'], reason = ''): void {
  const { store } = context
  const { id } = act.article()
  const hand = { personId: act.actor.personId, at: act.at }
  store.custody.append(id, nextMove(context, store.custody.list(id), kind, hand, reason))
  act.change(rightFields(context, id))
}

const NOT_REPORTER = 'A reporter does not move the right to edit. Nothing was changed; ask the desk.'

/** Null for everybody who may give the article away or take it. */
export function refuseMover({ actor }: Pick<Act, 'actor'>): Outcome<never> | null {
  return actor.role === 'reporter' ? fail('refused', NOT_REPORTER) : null
}

export function takeBack(context: Context, act: Act, reason: string): Outcome<null> {
  const refused = refuseMover(act)
  if (refused) return refused
  const { id, editRight, rightWith } = act.article()
  if (editRight === 'here') {
    return fail('refused', 'The right to edit is here already. Nothing was changed.')
  }
  if (!hasHadRight(context.store.custody.list(id), context.library.id)) {
    return fail(
      'refused',
      `This desk never had the right to edit this article. Nothing was changed; ask “${rightWith || 'the desk that has it'}” to hand it over.`,
    )
  }
  moveRight(context, act, 'taken-back', reason)
  const from = rightWith === '' ? '' : ` from “${rightWith}”`
  act.log('package.take-back', `The right to edit was taken back${from}. Reason: ${reason}`)
  return done(null)
}
