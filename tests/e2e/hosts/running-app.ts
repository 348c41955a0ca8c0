import { expect } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type AppFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a test needs of its surroundings; `files` is a folder of the person's own. */
export type Place = { readonly browser: Browser; readonly library: string; readonly files: string }

/** An app in front of a person, whichever host it runs in. */
export type RunningApp = {
  readonly page: Page
  /** Opens a file as a person does: by the key of "Open a file…", or by `trigger`. */
  openFile(file: AppFile, trigger?: () => Promise<unknown>): Promise<void>
  /** Does what saves a file, and answers the file as it was saved. */
  takeDownload(trigger: () => Promise<unknown>): Promise<AppFile>
  /** Closes the window and ends in good order; fails when the app did not. */
  end(): Promise<void>
  kill(): Promise<void>
}

/** A file for a native open dialog. */
export async function putFile(place: Place, file: AppFile): Promise<string> {
  await mkdir(place.files, { recursive: true })
  const path = join(place.files, file.name)
  await writeFile(path, file.bytes)
  return path
}

/** A free path for a native save dialog, and what is found there once it has been written. */
export async function awaitFile(path: string, trigger: () => Promise<unknown>): Promise<Uint8Array> {
  await rm(path, { force: true })
  await trigger()
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true)
  return readFile(path)
}
