/**
 * What a file may cost us, all in one place. Bounds of packages and XML lie two to ten times above the largest
 * of 1,912 public Word files (291 entries, 15.3 MB in all, 370,315 elements, XML depth 69, table nesting 8,
 * an attribute of 45,483 characters, deflate ratio 94), so that no honest draft meets them.
 */
export const MEGABYTE = 1024 * 1024

export const FILE_BYTES = 50 * MEGABYTE
export const ZIP_ENTRIES = 2048
/** Counted while inflating, never taken from what the package declares. */
export const PART_BYTES = 64 * MEGABYTE
export const PACKAGE_BYTES = 256 * MEGABYTE
/** Highest inflated-to-stored ratio of a part that has passed RATIO_GRACE. */
export const ZIP_RATIO = 200
export const RATIO_GRACE = 4 * MEGABYTE

export const XML_DEPTH = 256
/** Characters. */
export const XML_ATTRIBUTE = 1_048_576
export const XML_ELEMENTS = 2_000_000
export const TEXT_CHARACTERS = 20_000_000
export const TABLE_DEPTH = 16
export const COMMENTS = 32_767
export const CHANGES = 200_000
export const RELATIONS = 20_000

/** Of one picture, as the library keeps it. Its pixels are those that its own header tells. */
export const PICTURE_BYTES = 20 * MEGABYTE
export const PICTURE_PIXELS = 100_000_000

/** Longest name of a person that the model holds. */
export const AUTHOR_CHARACTERS = 200
export const INITIALS_CHARACTERS = 9
export const MESSAGE_CHARACTERS = 20_000
export const DATE_CHARACTERS = 64

/** Text, Markdown and HTML, opened or pasted. */
export const PLAIN_BYTES = 5 * MEGABYTE
export const PLAIN_NODES = 20_000
/** A headline longer than this is taken for a first paragraph. */
export const HEADLINE_CHARACTERS = 300
