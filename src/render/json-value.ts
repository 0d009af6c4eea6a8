// Controls of the C1 range, line separators, marks that turn the writing direction, and the byte order mark: JSON may hold
// them as they are, a terminal should not get them.
const UNSAFE = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** JSON on one line, with every character escaped that could steer a terminal. */
export function renderJsonValue(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
