/** A package as it came in: from a file field, a drop or the host's dialog. */
export type PackageFile = { readonly name: string; readonly bytes: Uint8Array }

/** By its name: main decides by the bytes whether it is one. */
export function isPackage(name: string): boolean {
  return /\.stet$/i.test(name)
}
