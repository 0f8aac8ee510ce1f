/** Letters of all scripts, those of ASCII told first: most texts are written in them, and Unicode’s tables take a while to be made ready. */

/** Has none beyond U+007F. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

export function hasLetterOrDigit(text: string): boolean {
  return ASCII_LETTER_OR_DIGIT.test(text) || (BEYOND_ASCII.test(text) && /[\p{L}\p{N}]/u.test(text));
}

/** `character` is one, or what is left of one; blank where there is none. */
export function isUpper(character: string): boolean {
  return character < beyondAscii ? 'A' <= character && character <= 'Z' : /[\p{Uppercase}\p{Lt}]/u.test(character);
}

export function isLower(character: string): boolean {
  return character < beyondAscii ? 'a' <= character && character <= 'z' : /\p{Lowercase}/u.test(character);
}

const ASCII_LETTER_OR_DIGIT = /[A-Za-z0-9]/;
const BEYOND_ASCII = /[^\0-\x7f]/;
const beyondAscii = '\x80';
