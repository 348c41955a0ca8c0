import type { Node } from 'prosemirror-model'
import type { ChecksInUse, Outcome } from '../../shared/contract.ts'
import type { FromEngine, ToEngine } from '../../shared/checks/engine.ts'
import { placeProposals, useChecks } from './checks.ts'
import { createChecker, startThread } from './checker.ts'
import type { Checker, Thread } from './checker.ts'
import { createFollowing } from './following.ts'
import type { Following } from './following.ts'

/** What the checks of the open article need of the window around them. */
export type CheckingOptions = {
  readonly loadBook: () => Promise<Outcome<ChecksInUse>>
  readonly chooseProfile: (id: string) => Promise<Outcome<ChecksInUse>>
  readonly doc: () => Node | null
  /** Keys of proposals that were put aside. */
  readonly dismissedKeys: () => ReadonlySet<string>
  readonly start?: () => Thread
}

export type Checking = {
  /** The text may have changed. */
  follow(): void
  /** Something was put aside or taken back. */
  refresh(): void
  close(): void
}

const DIED =
  'The checks stopped working twice and are off until this article is opened again. Nothing that you wrote, ' +
  'marked or put aside is lost.'

/** Checks the open article until it closes. */
export function checkArticle(options: CheckingOptions): Checking {
  let inUse: ChecksInUse | null = null
  let checker: Checker | null = null
  let following: Following | null = null
  let isClosed = false

  const begin = (told: ChecksInUse) => {
    inUse = told
    const { profile, profiles } = told
    useChecks.setState({ profile, profiles, failure: null })
  }
  const post = (message: ToEngine) => checker?.post(message)
  const tellBook = () => {
    if (inUse) post({ kind: 'begin', book: inUse.book, dictionary: inUse.dictionary })
  }
  const sendAll = () => {
    tellBook()
    following?.sendAll()
    publish()
  }
  const publish = () => {
    if (!following || isClosed) return
    const keys = options.dismissedKeys()
    const all = following.proposals()
    const before = useChecks.getState()
    useChecks.setState({
      state: following.isBehind() ? 'checking' : 'ready',
      proposals: keepSameList(
        before.proposals,
        keys.size === 0 ? all : all.filter(({ key }) => !keys.has(key)),
      ),
      dismissed: keepSameList(
        before.dismissed,
        keys.size === 0 ? [] : all.filter(({ key }) => keys.has(key)),
      ),
    })
  }
  const follow = () => {
    const doc = options.doc()
    if (!following || !doc || isClosed) return
    following.follow(doc)
    publish()
  }
  const fail = (failure: string) => {
    if (!isClosed) useChecks.setState({ state: 'failed', failure })
  }
  const onFound = (found: FromEngine) => {
    if (following?.receive(found) === true) publish()
  }

  const setProfile = async (id: string) => {
    const outcome = await options.chooseProfile(id)
    if (isClosed) return
    if (!outcome.ok) {
      useChecks.setState({ failure: outcome.error.message })
      return
    }
    begin(outcome.value)
    sendAll()
  }
  const load = async () => {
    const outcome = await options.loadBook()
    if (isClosed) return
    if (!outcome.ok) {
      fail(outcome.error.message)
      return
    }
    begin(outcome.value)
    const onFailure = () => fail(DIED)
    checker = createChecker({ start: options.start ?? startThread, onFound, onRestart: sendAll, onFailure })
    following = createFollowing(post, 0)
    placeProposals((proposal) => {
      const doc = options.doc()
      if (doc) following?.follow(doc)
      return following?.rangeOf(proposal) ?? null
    })
    tellBook()
    follow()
  }

  useChecks.setState({ state: 'loading', failure: null, proposals: [], dismissed: [], setProfile })
  void load()
  return {
    follow,
    refresh: publish,
    close: () => {
      isClosed = true
      checker?.close()
      placeProposals(null)
      useChecks.setState({ state: 'off', failure: null, proposals: [], dismissed: [] })
    },
  }
}

/** The list as it was where it holds the same: whoever shows it need not look again. */
function keepSameList<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const isSame = before.length === now.length && before.every((item, index) => item === now[index])
  return isSame ? before : now
}
