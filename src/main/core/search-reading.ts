import { canonicalText } from '../../shared/document/canonical.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Store } from '../store/open-store.ts'
import { logBug } from './log.ts'
import { DamagedTextError, rebuildText } from './open-documents.ts'
import { done } from './outcome.ts'
import type { Platform } from './platform.ts'

/** What one slice reads at most: articles, and characters, after which it ends. Calls wait for no more than one. */
const ARTICLES = 6
const CHARACTERS = 20_000
/** Between two slices, in milliseconds, so that calls come first and typing is stored. */
const PAUSE = 15
/** After so many slices the windows are told that more can be found. */
const TELL_EVERY = 50

export type SearchReading = {
  /** Goes on by itself until the search knows every text; asked again meanwhile, it changes nothing. */
  begin(): void
  stop(): void
}

/** A damaged text is found by its slug and headline alone, and keeps no other from being found. */
function finalText(store: Store, id: ArticleId): string {
  try {
    return canonicalText(rebuildText(store, id).doc)
  } catch (error) {
    if (!(error instanceof DamagedTextError)) throw error
    logBug('articles.list', error)
    return ''
  }
}

/** Brings some texts into the search; false when it knows them all then. */
function readSlice(store: Store): boolean {
  const stale = store.search.stale(ARTICLES)
  store.transaction(() => {
    let read = 0
    for (const id of stale) {
      if (read >= CHARACTERS) break
      const text = finalText(store, id)
      store.search.index(id, text)
      read += text.length
    }
    return done(null)
  })
  return store.search.waiting() > 0
}

/**
 * Texts are read for the search in small slices after an answer, never before one: a search says how many it does not
 * know yet, and windows are told when it knows more.
 */
export function createSearchReading(store: Store, platform: Pick<Platform, 'emit'>): SearchReading {
  let timer: NodeJS.Timeout | null = null
  let slices = 0
  let stopped = false

  function next(): void {
    timer = setTimeout(slice, slices === 0 ? 0 : PAUSE)
    timer.unref()
  }

  function slice(): void {
    timer = null
    try {
      const more = readSlice(store)
      if (!more || slices % TELL_EVERY === TELL_EVERY - 1) platform.emit('articles.changed', {})
      slices = more ? slices + 1 : 0
      if (more) next()
    } catch (error) {
      // A disk that is full or gone; the next look at the desk tries again.
      slices = 0
      logBug('articles.list', error)
    }
  }

  return {
    begin: () => {
      if (timer === null && !stopped) next()
    },
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
