/** How many sequences of random keys are played in Chromium; handed to the browser by vitest.config.ts. */
export type MonkeyOptions = {
  /** The first seed; those after it follow. */
  readonly from: number
  readonly runs: number
  readonly keys: number
  /** A sequence to play instead; else empty. */
  readonly words: string
  /** Whether one that goes wrong is shortened. */
  readonly isShortened: boolean
}

declare module 'vitest' {
  // oxlint-disable-next-line consistent-type-definitions -- vitest's own interface is added to
  export interface ProvidedContext {
    monkey: MonkeyOptions
  }
}

export function monkeyOptions(env: Readonly<Record<string, string | undefined>>): MonkeyOptions {
  const seed = env['MONKEY_SEED']
  return {
    from: Number(seed ?? 1),
    runs: seed === undefined ? Number(env['MONKEY_RUNS'] ?? 18) : 1,
    keys: 60,
    words: env['MONKEY_KEYS'] ?? '',
    isShortened: env['MONKEY_SHORTEN'] === '1',
  }
}
