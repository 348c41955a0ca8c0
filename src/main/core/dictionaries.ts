import type { Dictionary, Profile } from '../../shared/model/check-book.ts'
import { logBug } from './log.ts'

type Files = { readonly aff: Uint8Array; readonly dic: Uint8Array }

const PACKAGES: Readonly<Record<Profile['dictionary'], () => Promise<{ readonly default: Files }>>> = {
  'en-US': () => import('dictionary-en'),
  'en-GB': () => import('dictionary-en-gb'),
}

/** Half a megabyte of words, read when a window first asks; null where it cannot be, and spelling is not checked. */
export async function readDictionary(language: Profile['dictionary']): Promise<Dictionary | null> {
  const read = new TextDecoder()
  try {
    const { aff, dic } = (await PACKAGES[language]()).default
    return { aff: read.decode(aff), dic: read.decode(dic) }
  } catch (error) {
    logBug('dictionary', error)
    return null
  }
}
