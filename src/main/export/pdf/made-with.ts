import type { FontRecord, FontSet } from './fonts.ts'

/** What the last page tells of how the file was made; the template reads it as `made` of /data.json. */
export type MadeWith = {
  /** The same in either form of the engine, which give the same bytes. */
  readonly engine: string
  readonly fonts: readonly FontRecord[]
}

/** Of the packages in the lockfile; `engine-native.ts` holds the native form to the same version. */
const ENGINE = 'Typst 0.14.2, by typst.ts 0.7.0'

export function madeWith(fonts: FontSet): MadeWith {
  return { engine: ENGINE, fonts: fonts.records }
}
